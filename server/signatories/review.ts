import { and, eq, ne, or } from 'drizzle-orm';
import { getDomain } from 'tldts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import { lockText } from '../db/sql.ts';
import * as schema from '../db/schema.ts';
import type { ReviewReason } from '../domain/review.ts';
import { isDisposable, isMailProvider } from '../mail/disposable.ts';

type Signatory = typeof schema.signatory.$inferSelect;

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** The domain that somebody registered, of an address or a URL; names under github.io are their own. */
const registered = (host: string): string | null =>
  getDomain(host, { allowPrivateDomains: true, extractHostname: true });

/**
 * The domain that a proved address shares with the signatory's web address, which then is its own:
 * the grade `domain-verified`. Null where they differ, and for those that anybody may get an address
 * of.
 */
export function verifiedDomain(email: string, url: string | null): string | null {
  const domain = domainOf(email);
  if (url === null || isMailProvider(domain) || isDisposable(domain)) return null;
  const own = registered(domain);
  return own !== null && own === registered(new URL(url).hostname) ? own : null;
}

/**
 * Whether an address is at a site itself, or at the domain that the site is on. At any other host of
 * the domain there may be mailboxes of students or customers.
 */
function isAtSite(email: string, url: string): boolean {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const domain = domainOf(email);
  return domain === host || domain === registered(host);
}

/** Latin letters beside those that look like them. */
const mixesScripts = (name: string): boolean =>
  /\p{Script=Latin}/u.test(name) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name);

/** What became of the others who signed under this name, and of who was rejected with this address. */
async function othersLike(
  tx: Tx,
  { id, nameKey, emailKey }: Signatory,
): Promise<Set<Signatory['status']>> {
  const { signatory } = schema;
  const rows = await tx
    .selectDistinct({ status: signatory.status })
    .from(signatory)
    .where(
      and(
        ne(signatory.id, id),
        or(
          eq(signatory.nameKey, nameKey),
          and(eq(signatory.status, 'rejected'), eq(signatory.emailKey, emailKey ?? '')),
        ),
      ),
    );
  return new Set(rows.map(({ status }) => status));
}

/** Why a confirmed signature has to wait for an admin: no reason where it may be published at once. */
async function reviewReasons(
  tx: Tx,
  { config }: Pick<Context, 'config'>,
  row: Signatory,
  isBusy: boolean,
): Promise<ReviewReason[]> {
  const { kind, name, verifiedDomain: domain, email, url } = row;
  const others = await othersLike(tx, row);
  const isProved = domain !== null && email !== null && url !== null && isAtSite(email, url);
  const reasons: Record<ReviewReason, boolean> = {
    policy: !config.autoPublish,
    'disposable-address': email === null || isDisposable(domainOf(email)),
    'unproved-organisation': kind === 'organisation' && !isProved,
    'same-name': others.has('pending') || others.has('published'),
    'mixed-scripts': mixesScripts(name),
    'rejected-before': others.has('rejected'),
    'busy-domain': isBusy,
  };
  return (Object.keys(reasons) as ReviewReason[]).filter((reason) => reasons[reason]);
}

/**
 * Publishes a signature where nothing speaks against it; else it waits for an admin, with the
 * reasons. Of two with one name the second sees the first: its row is there before the name is
 * locked.
 */
export async function publishOrReview(
  ctx: Pick<Context, 'config' | 'now'>,
  tx: Tx,
  row: Signatory,
  isBusy = false,
): Promise<Signatory> {
  await lockText(tx, row.nameKey);
  const review = await reviewReasons(tx, ctx, row, isBusy);
  const published = { status: 'published', publishedAt: ctx.now() } as const;
  const [reviewed] = await tx
    .update(schema.signatory)
    .set({ review, ...(review.length === 0 ? published : { status: 'pending' }) })
    .where(eq(schema.signatory.id, row.id))
    .returning();
  return reviewed!;
}
