import { eq, sql } from 'drizzle-orm';
import { getDomain } from 'tldts';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { lockTexts, rowsOf } from '../db/sql.ts';
import { fieldError } from '../domain/errors.ts';
import {
  isHead,
  isHighlyRestrictive,
  isOrganisationName,
  lookKeys,
  looksLatin,
} from '../domain/look-alike.ts';
import { type ReviewReason, SIGNATORY_STATUSES } from '../domain/signatory.ts';
import { say } from '../domain/say.ts';
import { isDisposable, isMailProvider } from './mail-domains.ts';
import { readReviewRules } from './review-rules.ts';

type Signatory = typeof schema.signatory.$inferSelect;

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

const registered = (host: string): string | null =>
  getDomain(host, { allowPrivateDomains: true, extractHostname: true });

/** The domain that a proved address shares with the website. Null for domains on which anybody can get an address. */
export function verifiedDomain(email: string, url: string | null): string | null {
  const domain = domainOf(email);
  if (url === null || isMailProvider(domain) || isDisposable(domain)) return null;
  const own = registered(domain);
  return own !== null && own === registered(new URL(url).hostname) ? own : null;
}

/** Other hosts of the domain may give mailboxes to students or customers. */
function isAtSite(email: string, url: string): boolean {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const domain = domainOf(email);
  return domain === host || domain === registered(host);
}

/** Who has a name that looks the same, or was rejected with this address: then `skeleton` is null. */
const otherRow = z.strictObject({
  status: z.enum(SIGNATORY_STATUSES),
  kind: z.enum(['person', 'organisation']),
  nameKey: z.string(),
  skeleton: z.string().nullable(),
});
type Other = z.infer<typeof otherRow>;

async function othersLike(
  tx: Tx,
  { id, emailKey }: Pick<Signatory, 'id' | 'emailKey'>,
  keys: readonly string[],
): Promise<Other[]> {
  return rowsOf(
    await tx.execute(sql`
      SELECT DISTINCT status, kind, name_key AS "nameKey", skeleton
      FROM signatory_skeleton JOIN signatory ON signatory.id = signatory_id
      WHERE skeleton = ANY(${sql.param(keys)}::text[])
        AND status IN ('published', 'rejected') AND signatory.id <> ${id}
      UNION ALL
      SELECT status, kind, name_key, NULL FROM (
        SELECT * FROM signatory
        WHERE email_key = ${emailKey} AND status = 'rejected' AND id <> ${id} LIMIT 1) AS rejected`),
    otherRow,
  );
}

const hasSignedAs = (others: readonly Other[], name: string | null): boolean => {
  const keys = new Set(name === null ? [] : lookKeys(name));
  return others.some(
    ({ status, kind, skeleton }) =>
      status === 'published' && kind === 'organisation' && keys.has(skeleton ?? ''),
  );
};

/** Whether somebody speaks for an organisation that hasn't signed, by the role or by a name such as "Bo, CEO". */
const isUnsignedHead = (
  others: readonly Other[],
  { kind, name, role, affiliation }: Pick<Signatory, 'kind' | 'name' | 'role' | 'affiliation'>,
): boolean =>
  kind === 'person' && (isHead(name) || isHead(role ?? '')) && !hasSignedAs(others, affiliation);

const keysOf = ({ name, affiliation }: Pick<Signatory, 'name' | 'affiliation'>): string[] =>
  [name, affiliation].flatMap((text) => (text === null ? [] : lookKeys(text)));

/** An admin reviews heads of organisations that haven't signed: a published person can't become one. Throws `invalid-input`. */
export async function checkRole(tx: Tx, row: Signatory): Promise<void> {
  if (row.status !== 'published') return;
  if (!isUnsignedHead(await othersLike(tx, row, keysOf(row)), row)) return;
  throw fieldError('role', say().signatories.roleNeedsReview);
}

async function reviewReasons(
  tx: Tx,
  { config }: Pick<Context, 'config'>,
  row: Signatory,
  isBusy: boolean,
): Promise<ReviewReason[]> {
  const { kind, name, nameKey, verifiedDomain: domain, email, url } = row;
  const keys = new Set(lookKeys(name));
  const { hold, known } = await readReviewRules(tx);
  const others = await othersLike(tx, row, keysOf(row));
  const alike = others.filter(({ skeleton }) => skeleton === null || keys.has(skeleton));
  const published = alike.filter(({ status }) => status === 'published');
  const isProved = domain !== null && email !== null && url !== null && isAtSite(email, url);
  const isPerson = kind === 'person';
  const reasons: Record<ReviewReason, boolean> = {
    policy: !config.autoPublish,
    held: config.autoPublish && hold,
    'disposable-address': email === null || isDisposable(domainOf(email)),
    'unproved-organisation': !isPerson && !isProved,
    // Two people may share a name.
    'same-name': !isPerson && published.some((other) => other.nameKey === nameKey),
    'look-alike': published.some((other) => other.nameKey !== nameKey),
    'known-organisation': [...keys].some((key) => known.has(key)),
    'organisation-name': isPerson && (isOrganisationName(name) || hasSignedAs(others, name)),
    'unsigned-role': isUnsignedHead(others, row),
    'mixed-scripts': !isHighlyRestrictive(name) || looksLatin(name),
    'rejected-before': alike.some(({ status }) => status === 'rejected'),
    'busy-domain': isBusy,
  };
  return (Object.keys(reasons) as ReviewReason[]).filter((reason) => reasons[reason]);
}

/** Of two whose names look alike, the second sees the first: its row was there before the name was locked. */
export async function publishOrReview(
  ctx: Pick<Context, 'config' | 'now'>,
  tx: Tx,
  row: Signatory,
  isBusy = false,
): Promise<Signatory> {
  await lockTexts(tx, lookKeys(row.name));
  const review = await reviewReasons(tx, ctx, row, isBusy);
  const published = { status: 'published', publishedAt: ctx.now() } as const;
  const [reviewed] = await tx
    .update(schema.signatory)
    .set({ review, ...(review.length === 0 ? published : { status: 'pending' }) })
    .where(eq(schema.signatory.id, row.id))
    .returning();
  return reviewed!;
}
