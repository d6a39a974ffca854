import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { TestApp } from './app.ts';

/** A mail as who gets it reads it. */
export interface Mail {
  /** Whom the envelope names. */
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: Map<string, unknown>;
  /** The link that its reader is to follow. */
  link: string | null;
  /** The bytes as they came. */
  raw: string;
}

export interface Mailbox {
  /** For SMTP_URL. */
  url: string;
  received: () => Mail[];
  /** The next mail to an address that nobody has waited for yet, once it is there. */
  waitFor: (address: string) => Promise<Mail>;
  close: () => Promise<void>;
}

/** The mail in the bytes of a message. */
export async function readMail(raw: string, to: string[] = []): Promise<Mail> {
  const { from, subject, text, html, headers } = await simpleParser(raw, {
    skipTextToHtml: true,
    skipHtmlToText: true,
  });
  return {
    to,
    from: from?.text ?? '',
    subject: subject ?? '',
    text: text ?? '',
    html: html || '',
    headers,
    // Who sent it stands below, with an address too.
    link: /^https?:\/\/\S+$/m.exec((text ?? '').split('\n-- \n')[0]!)?.[0] ?? null,
    raw,
  };
}

/** A mail server on a port of its own, that takes what comes unless `options` have it refuse. */
export async function openMailbox(options: SMTPServerOptions = {}): Promise<Mailbox> {
  const mails: Mail[] = [];
  const handedOut = new Set<Mail>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 1000,
    onData: (stream, session, callback) => {
      const take = async (): Promise<void> => {
        const raw = Buffer.concat(await stream.toArray()).toString();
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push(await readMail(raw, to));
        server.emit('mail');
        callback();
      };
      void take();
    },
    ...options,
  });
  // A connection that breaks is the other side's to mend.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received: () => [...mails],
    async waitFor(address) {
      for (;;) {
        const found = mails.find((mail) => mail.to.includes(address) && !handedOut.has(mail));
        if (found) {
          handedOut.add(found);
          return found;
        }
        await once(server, 'mail');
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What an application without SMTP_URL has written, oldest first: its bytes by file name. */
export function outboxOf({ ctx }: TestApp): { name: string; raw: string }[] {
  const folder = join(ctx.config.dataDir, 'outbox');
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({ name, raw: readFileSync(join(folder, name), 'utf8') }));
}
