import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { renderMail } from '../../web/pages/mail.tsx';
import { shownAccount } from '../accounts/read.ts';
import { newInvite } from '../admins/enter.ts';
import type { Context } from '../context.ts';
import * as desk from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import { isCurrency } from '../domain/asset.ts';
import { briefOf } from '../domain/bank-account.ts';
import { findInitiative, type Initiative } from '../initiative/read.ts';
import { maySend, type Asked } from './limit.ts';
import type { Mail } from '../mail/queue.ts';
import { type Written, payLink, paymentLetter } from './compose-payment.ts';
import { movedLetter, reminderLetter } from './compose-pledge.ts';
import { confirmation, newAddress, signIn } from './compose-sign-in.ts';
import { whatWaits } from './waiting.ts';
import { t } from '../../web/words.ts';

export interface Message {
  to: string;
  replyTo: string | null;
  /** The sender's name where MAIL_FROM has none. */
  sender: string;
  subject: string;
  text: string;
  html: string;
  link: string | null;
}

const UNASKED: Asked = { network: null, askedBy: null, isCounted: true };

/** Null where there is nobody to write to, or too many went there. Any request queues one: nobody learns who signed. */
export async function compose(
  ctx: Context,
  address: string,
  mail: Mail,
  asked: Asked = UNASKED,
): Promise<Message | null> {
  const initiative = await findInitiative(ctx.db);
  if (!initiative) return null;
  const { name, recipient } = initiative;
  const contact = recipient?.contact ?? null;
  const written = await write(ctx, { name, contact, recipient, asked, initiative }, address, mail);
  if (!written) return null;
  const { letter, link, to = address } = written;
  const sender = [name, recipient?.name, contact, ctx.config.baseUrl];
  return {
    to,
    sender: name,
    replyTo: z.email().safeParse(contact).data ?? null,
    subject: letter.subject,
    ...renderMail({ letter, link, sender: sender.filter((line) => line != null) }),
    link,
  };
}

interface Writing {
  initiative: Initiative;
  name: string;
  contact: string | null;
  recipient: schema.Recipient | null;
  asked: Asked;
}

async function write(
  ctx: Context,
  { name, contact, recipient, asked, initiative }: Writing,
  address: string,
  mail: Mail,
): Promise<Written | null> {
  const { baseUrl } = ctx.config;
  switch (mail.kind) {
    case 'confirm':
      return confirmation(ctx, name, mail.signUpId, asked);
    case 'sign-in':
      return signIn(ctx, name, { address, next: mail.next, asked });
    case 'new-address':
      if (!(await maySend(ctx, asked, { address, signatoryId: null }))) return null;
      return newAddress(ctx, name, mail, address);
    case 'address-asked':
      return { letter: t.mail.addressAsked(name), link: `${baseUrl}/me` };
    case 'address-changed':
      return { letter: t.mail.addressChanged(name, contact), link: null };
    case 'decided':
      return decision(ctx, name, contact, mail);
    case 'now-anonymous':
      return { letter: t.mail.nowAnonymous(name, contact), link: `${baseUrl}/me` };
    case 'signature-rejected':
      return { letter: t.mail.signatureRejected(name, mail.reason, contact), link: null };
    case 'asked':
      return { letter: t.mail.asked(name, mail, contact), link: baseUrl + placeOf(mail.ref) };
    case 'entered':
      return entered(ctx, name, mail, asked);
    case 'corrected':
    case 'joined':
    case 'member':
      return byAdmin(name, contact, baseUrl, mail);
    case 'recovery-used':
      return { letter: t.mail.recoveryUsed(name), link: `${baseUrl}/admin/account` };
    case 'token-rights':
      return { letter: t.mail.tokenRights(name, mail.tokens), link: `${baseUrl}/admin/tokens` };
    case 'invite':
      return invitation(ctx, name, mail.adminId);
    case 'pay-link':
      return payLink(ctx, name, mail.ref);
    case 'payment':
      return paymentLetter(ctx, { name, recipient, address }, mail);
    case 'published':
      return { letter: t.stepMail.published(name, contact), link: `${baseUrl}/me` };
    case 'moved':
      return movedLetter(ctx, { name, recipient }, mail);
    case 'reminder':
      return reminderLetter(ctx, { name, recipient }, mail.ref);
    case 'closing':
      // Not once the campaign is open again, or was closed anew.
      return initiative.closedAt?.toISOString() === mail.closedAt
        ? { letter: t.closing.letter(initiative), link: baseUrl }
        : null;
    case 'new-log':
      return { letter: t.mail.newLog(name, mail), link: `${baseUrl}/ledger` };
    case 'request':
    case 'request-decided':
    case 'step-back':
      return aboutRequest(name, contact, baseUrl, mail);
    case 'account-changed':
    case 'account-unfit':
      return accountLetter(baseUrl, name, mail);
    case 'waiting':
      return waitingLetter(ctx, name);
    default:
      // A later version of us may have queued it.
      throw new Error(`a mail of an unknown kind: ${(mail satisfies never as Mail).kind}`);
  }
}

async function waitingLetter(ctx: Context, initiative: string): Promise<Written | null> {
  const waiting = await whatWaits(ctx);
  const link = `${ctx.config.baseUrl}/admin`;
  return waiting && { letter: t.mail.waiting(initiative, waiting), link };
}

const placeOf = (ref: string | null): string => (ref === null ? '/me' : `/me/pledges/${ref}`);

const accountLetter = (
  baseUrl: string,
  initiative: string,
  mail: Extract<Mail, { kind: 'account-changed' | 'account-unfit' }>,
): Written => ({
  letter:
    mail.kind === 'account-changed'
      ? t.accountMail.changed(initiative, mail)
      : t.accountMail.unfit(initiative, mail),
  link: `${baseUrl}/admin/initiative/accounts`,
});

/** Where the giver can transfer money, it names no more of the account than a reader can compare. */
async function decision(
  ctx: Context,
  initiative: string,
  contact: string | null,
  mail: Extract<Mail, { kind: 'decided' }>,
): Promise<Written> {
  const isPayable = mail.decision === 'accepted' && isCurrency(mail.asset);
  const account = isPayable ? await shownAccount(ctx, mail.asset) : null;
  const brief = account && briefOf(account);
  return {
    letter: t.mail.decided(initiative, contact, { ...mail, account: brief }),
    link: `${ctx.config.baseUrl}/me${brief ? `/pledges/${mail.ref}` : ''}`,
  };
}

function aboutRequest(
  name: string,
  contact: string | null,
  baseUrl: string,
  mail: Extract<Mail, { kind: 'request' | 'request-decided' | 'step-back' }>,
): Written {
  if (mail.kind === 'request') {
    const link = `${baseUrl}/admin/queue?kind=request`;
    return { letter: t.requestMail.request(name, mail), link };
  }
  if (mail.kind === 'step-back') {
    const link = `${baseUrl}/admin/pledges/${mail.ref}`;
    return { letter: t.requestMail.stepBack(name, mail), link };
  }
  const link = `${baseUrl}/me/pledges/${mail.ref}`;
  return { letter: t.requestMail.decided(name, contact, mail), link };
}

/** What an admin did with somebody's record. */
function byAdmin(
  name: string,
  contact: string | null,
  baseUrl: string,
  mail: Extract<Mail, { kind: 'corrected' | 'joined' | 'member' }>,
): Written {
  if (mail.kind === 'joined')
    return { letter: t.mail.joined(name, contact, mail.undone), link: `${baseUrl}/me` };
  if (mail.kind === 'member') {
    return { letter: t.mail.member(name, mail, contact), link: `${baseUrl}/pledges/${mail.ref}` };
  }
  // Who has another address by now can't sign in with this one.
  const link = mail.fields.includes('email') ? null : `${baseUrl}/me`;
  return { letter: t.mail.corrected(name, mail.fields, contact), link };
}

/** Counted by mailbox until its owner has confirmed the address: till then it may be a stranger's. */
async function entered(
  ctx: Context,
  initiative: string,
  { signatoryId, ref }: Extract<Mail, { kind: 'entered' }>,
  asked: Asked,
): Promise<Written | null> {
  const { signatory, pledge } = schema;
  const [row] = await ctx.db
    .select({ to: signatory.email, confirmedAt: signatory.confirmedAt, pledge })
    .from(signatory)
    .leftJoin(pledge, and(eq(pledge.signatoryId, signatory.id), eq(pledge.ref, ref ?? '')))
    .where(
      and(eq(signatory.id, signatoryId), sql`${signatory.status} IN ('pending', 'published')`),
    );
  if (!row?.to || (ref !== null && !row.pledge)) return null;
  const receiving = { address: row.to, signatoryId: row.confirmedAt && signatoryId };
  if (!(await maySend(ctx, asked, receiving))) return null;
  const path = ref === null ? '/me' : `/me/pledges/${ref}`;
  return { letter: t.mail.entered(initiative, row.pledge), link: ctx.config.baseUrl + path };
}

/** Null if the invited admin was removed or has entered. */
async function invitation(ctx: Context, initiative: string, id: string): Promise<Written | null> {
  const { admin, passkey } = desk;
  const [invited] = await ctx.db
    .select({ role: admin.role })
    .from(admin)
    .leftJoin(passkey, eq(passkey.adminId, admin.id))
    .where(and(eq(admin.id, id), isNull(admin.removedAt), isNull(passkey.id)));
  if (!invited) return null;
  const link = await ctx.db.transaction((tx) => newInvite(tx, ctx, id));
  return { letter: t.mail.invite(initiative, invited.role), link };
}
