import { chmodSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { unsentIn, type Config } from '../config.ts';
import type { Log } from '../hourly.ts';
import type { Message } from './compose.ts';

export interface Outgoing extends Message {
  id: string;
  kind: string;
  at: Date;
}

/** Names neither the receiver nor the text. */
export interface Failure {
  /** The receiving side refused this email for good. */
  isFinal: boolean;
  facts: Record<string, unknown>;
}

export interface Transport {
  /** Null when the email was handed over; never throws. */
  send: (mail: Outgoing, signal: AbortSignal) => Promise<Failure | null>;
  close: () => void;
}

/** Mail servers allow one client as many connections: 25 emails a second at 400 ms each. */
export const AT_ONCE = 10;
const ANSWER_WITHIN_MS = 10_000;

/** "Muster <muster@example.org>" or an address. In parts, because a comma in a text would make two. */
function mailboxOf(text: string): { name: string; address: string } {
  const [, name = '', address = text] = /^(.*) <(.*)>$/.exec(text) ?? [];
  return { name, address };
}

function toSend({ mailFrom, baseUrl }: Config, mail: Outgoing): SendMailOptions {
  return {
    from: { ...mailboxOf(mailFrom), ...(!mailFrom.includes('<') && { name: mail.sender }) },
    to: mailboxOf(mail.to),
    ...(mail.replyTo !== null && { replyTo: mailboxOf(mail.replyTo) }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.at,
    // A receiver sees an email sent twice as one.
    messageId: `<${mail.id}@${new URL(baseUrl).hostname}>`,
    // RFC 3834: no automatic answers.
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Their messages name machines alone. */
const OF_THE_CONNECTION = /^E(CONNECTION|DNS|SOCKET|TIMEDOUT|TLS)$/;

/** A 5xx (RFC 5321, 4.2.1) to the receiver or text is final. To our login or sender, a wrong set-up: it waits. */
function failureOf({ code, command, responseCode, message }: SmtpError): Failure {
  const isOfMail = command === 'RCPT TO' || command === 'DATA';
  return {
    isFinal: isOfMail && responseCode !== undefined && responseCode >= 500,
    facts: {
      code,
      command,
      responseCode,
      ...(OF_THE_CONNECTION.test(code ?? '') && responseCode === undefined && { why: message }),
    },
  };
}

function openSmtp(config: Config, url: string): Transport {
  const { username } = new URL(url);
  const smtp = createTransport({
    url,
    pool: true,
    maxConnections: AT_ONCE,
    // The queue counts the tries.
    maxRequeues: 0,
    connectionTimeout: ANSWER_WITHIN_MS,
    greetingTimeout: ANSWER_WITHIN_MS,
    socketTimeout: 3 * ANSWER_WITHIN_MS,
    // No password over an unencrypted line, unless the URL says requireTLS=false.
    requireTLS: username !== '',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail, signal) {
      try {
        await smtp.sendMail({ ...toSend(config, mail), signal });
        return null;
      } catch (error) {
        return failureOf(error as SmtpError);
      }
    },
    close: () => smtp.close(),
  };
}

/** The files hold links to sign in, so only their owner reads them. Only the trial's log shows links. */
function openOutbox(config: Config, log: Pick<Log, 'info'>): Transport {
  const folder = join(config.dataDir, 'outbox');
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const time = mail.at.toISOString().replaceAll(/[-:]/g, '');
      const file = join(folder, `${time}-${mail.id.slice(-6)}-${mail.kind}.eml`);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        chmodSync(folder, 0o700);
        const { message } = await composer.sendMail(toSend(config, mail));
        await writeFile(file, message as Buffer, { mode: 0o600 });
      } catch (error) {
        const { code, message } = error as SmtpError;
        return { isFinal: false, facts: { code, why: message } };
      }
      const isShown = unsentIn(config) === 'log' && mail.link !== null;
      log.info({ file, ...(isShown && { link: mail.link }) }, 'a mail was written');
      return null;
    },
    close: () => {},
  };
}

export const openTransport = (config: Config, log: Pick<Log, 'info'>): Transport =>
  config.smtpUrl === null ? openOutbox(config, log) : openSmtp(config, config.smtpUrl);
