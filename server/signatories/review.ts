import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { getDomain } from 'tldts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { isDisposable, isMailProvider } from '../mail/disposable.ts';

type Signatory = Pick<
  typeof schema.signatory.$inferSelect,
  'id' | 'kind' | 'name' | 'verifiedDomain' | 'email'
>;

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

/** Why a confirmed signature has to wait for an admin: no reason where it may be published at once. */
export async function reviewReasons(
  tx: Tx,
  { config }: Pick<Context, 'config'>,
  { id, kind, name, verifiedDomain: domain, email }: Signatory,
): Promise<schema.ReviewReason[]> {
  const { signatory } = schema;
  const [sameName] = await tx
    .select({ id: signatory.id })
    .from(signatory)
    .where(
      and(
        sql`lower(${signatory.name}) = lower(${name})`,
        eq(signatory.kind, kind),
        ne(signatory.id, id),
        inArray(signatory.status, ['pending', 'published']),
      ),
    )
    .limit(1);
  const reasons: Record<schema.ReviewReason, boolean> = {
    policy: !config.autoPublish,
    'disposable-address': email === null || isDisposable(domainOf(email)),
    'unproved-organisation': kind === 'organisation' && domain === null,
    'same-name': sameName !== undefined,
  };
  return (Object.keys(reasons) as schema.ReviewReason[]).filter((reason) => reasons[reason]);
}
