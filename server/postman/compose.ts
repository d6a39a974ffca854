import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { renderMail } from '../../web/pages/mail.tsx';
import { t } from '../../web/words.ts';
import { shownAccount } from '../accounts/read.ts';
import { newInvite } from '../admins/enter.ts';
import type { Context } from '../context.ts';
import { admin, passkey } from '../db/desk.ts';
import { pledge, signatory } from '../db/schema.ts';
import { isCurrency } from '../domain/asset.ts';
import { briefOf } from '../domain/bank-account.ts';
import { findInitiative } from '../initiative/read.ts';
import type { Mail } from '../mail/queue.ts';
import { payLetter, paymentLetter } from './compose-payment.ts';
import { movedLetter, reminderLetter } from './compose-pledge.ts';
import { confirmation, newAddress, signIn } from './compose-sign-in.ts';
import { maySend, type Asked } from './limit.ts';
import { whatWaits } from './waiting.ts';
import type { Write } from './writing.ts';

export type Message = NonNullable<Awaited<ReturnType<typeof compose>>>;

const UNASKED: Asked = { network: null, askedBy: null, isCounted: true };

/** Null where there is nobody to write to, or too many went there. Any request queues one: nobody learns who signed. */
export async function compose(ctx: Context, address: string, mail: Mail, asked: Asked = UNASKED) {
  const initiative = await findInitiative(ctx.db);
  if (!initiative) return null;
  const { name, recipient } = initiative;
  const contact = recipient?.contact ?? null;
  const at = (path: string): string => ctx.config.baseUrl + path;
  // A later version of us may have queued it.
  if (!(mail.kind in LETTERS)) throw new Error(`a mail of an unknown kind: ${mail.kind}`);
  const write = LETTERS[mail.kind] as Write<Mail['kind']>;
  const by = { ctx, initiative, name, recipient, contact, address, asked, at };
  const written = await write(by, mail);
  if (!written) return null;
  const { letter, link, to = address } = written;
  const sender = [name, recipient?.name, contact, ctx.config.baseUrl];
  return {
    to,
    /** Where MAIL_FROM has no name. */
    sender: name,
    replyTo: z.email().safeParse(contact).data ?? null,
    subject: letter.subject,
    ...renderMail({ letter, link, sender: sender.filter((line) => line != null) }),
    link,
  };
}

const mine = (ref: string | null): string => (ref === null ? '/me' : `/me/pledges/${ref}`);

/** Where the giver can transfer money to, it names no more of the account than a reader can compare. */
const decision: Write<'decided'> = async ({ ctx, name, contact, at }, mail) => {
  const isPayable = mail.decision === 'accepted' && isCurrency(mail.asset);
  const account = isPayable ? await shownAccount(ctx, mail.asset) : null;
  const brief = account && briefOf(account);
  const letter = t.mail.decided(name, contact, { ...mail, account: brief });
  return { letter, link: at(mine(brief && mail.ref)) };
};

/** Counted by mailbox until its owner has confirmed the address: till then it may be a stranger's. */
const entered: Write<'entered'> = async ({ ctx, name, asked, at }, { signatoryId, ref }) => {
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
  return { letter: t.mail.entered(name, row.pledge), link: at(mine(ref)) };
};

/** Null if the invited admin was removed or has entered. */
const invitation: Write<'invite'> = async ({ ctx, name }, { adminId: id }) => {
  const [invited] = await ctx.db
    .select({ role: admin.role })
    .from(admin)
    .leftJoin(passkey, eq(passkey.adminId, admin.id))
    .where(and(eq(admin.id, id), isNull(admin.removedAt), isNull(passkey.id)));
  if (!invited) return null;
  const link = await ctx.db.transaction((tx) => newInvite(tx, ctx, id));
  return { letter: t.mail.invite(name, invited.role), link };
};

const ACCOUNTS = '/admin/initiative/accounts';

const LETTERS: { [K in Mail['kind']]: Write<K> } = {
  confirm: confirmation,
  'sign-in': signIn,
  'new-address': newAddress,
  'address-asked': ({ name, at }) => ({ letter: t.mail.addressAsked(name), link: at('/me') }),
  'address-changed': ({ name, contact }) => ({
    letter: t.mail.addressChanged(name, contact),
    link: null,
  }),
  decided: decision,
  'now-anonymous': ({ name, contact, at }) => ({
    letter: t.mail.nowAnonymous(name, contact),
    link: at('/me'),
  }),
  'signature-rejected': ({ name, contact }, { reason }) => ({
    letter: t.mail.signatureRejected(name, reason, contact),
    link: null,
  }),
  asked: ({ name, contact, at }, mail) => ({
    letter: t.mail.asked(name, mail, contact),
    link: at(mine(mail.ref)),
  }),
  entered,
  corrected: ({ name, contact, at }, { fields }) => ({
    letter: t.mail.corrected(name, fields, contact),
    // Who has another address by now can't sign in with this one.
    link: fields.includes('email') ? null : at('/me'),
  }),
  joined: ({ name, contact, at }, { undone }) => ({
    letter: t.mail.joined(name, contact, undone),
    link: at('/me'),
  }),
  member: ({ name, contact, at }, mail) => ({
    letter: t.mail.member(name, mail, contact),
    link: at(`/pledges/${mail.ref}`),
  }),
  'recovery-used': ({ name, at }) => ({
    letter: t.mail.recoveryUsed(name),
    link: at('/admin/account'),
  }),
  'token-rights': ({ name, at }, { tokens }) => ({
    letter: t.mail.tokenRights(name, tokens),
    link: at('/admin/tokens'),
  }),
  invite: invitation,
  'pay-link': payLetter,
  payment: paymentLetter,
  published: ({ name, contact, at }) => ({
    letter: t.stepMail.published(name, contact),
    link: at('/me'),
  }),
  moved: movedLetter,
  reminder: reminderLetter,
  // Not once the campaign is open again, or was closed anew.
  closing: ({ initiative, at }, { closedAt }) =>
    initiative.closedAt?.toISOString() === closedAt
      ? { letter: t.closing.letter(initiative), link: at('') }
      : null,
  'new-log': ({ name, at }, mail) => ({ letter: t.mail.newLog(name, mail), link: at('/ledger') }),
  request: ({ name, at }, mail) => ({
    letter: t.requestMail.request(name, mail),
    link: at('/admin/queue?kind=request'),
  }),
  'request-decided': ({ name, contact, at }, mail) => ({
    letter: t.requestMail.decided(name, contact, mail),
    link: at(mine(mail.ref)),
  }),
  'step-back': ({ name, at }, mail) => ({
    letter: t.requestMail.stepBack(name, mail),
    link: at(`/admin/pledges/${mail.ref}`),
  }),
  'account-changed': ({ name, at }, mail) => ({
    letter: t.accountMail.changed(name, mail),
    link: at(ACCOUNTS),
  }),
  'account-unfit': ({ name, at }, mail) => ({
    letter: t.accountMail.unfit(name, mail),
    link: at(ACCOUNTS),
  }),
  waiting: async ({ ctx, name, at }) => {
    const waiting = await whatWaits(ctx);
    return waiting && { letter: t.mail.waiting(name, waiting), link: at('/admin') };
  },
};
