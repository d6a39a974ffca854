import { eq, sql } from 'drizzle-orm';
import { getDomain } from 'tldts';
import { z } from 'zod';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx, Db } from '../db/db.ts';
import { reviewSetting } from '../db/review.ts';
import * as schema from '../db/schema.ts';
import type { Signatory } from '../db/schema.ts';
import { lockTexts } from '../db/lock-texts.ts';
import { rowsFrom } from '../db/sql.ts';
import { fieldError, conflict } from '../domain/errors.ts';
import {
  isHead,
  isHighlyRestrictive,
  isOrganisationName,
  lookKeys,
  looksLatin,
  withoutSurname,
} from '../domain/look-alike.ts';
import { parseAmount } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { type ReviewReason, SIGNATORY_STATUSES } from '../domain/signatory.ts';
import { decimal, line } from '../http/text.ts';
import { findInitiative, noInitiative } from '../initiative/read.ts';
import type { UseCase } from '../use-case.ts';
import { domainOf, isDisposable, isMailProvider } from './mail-domains.ts';

const registered = (host: string): string | null =>
  getDomain(host, { allowPrivateDomains: true, extractHostname: true });

/** What a proved address shares with the website. Null for domains on which anybody can get an address. */
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
  return rowsFrom(tx, otherRow)`
    SELECT DISTINCT status, kind, name_key AS "nameKey", skeleton
    FROM signatory_skeleton JOIN signatory ON signatory.id = signatory_id
    WHERE skeleton = ANY(${sql.param(keys)}::text[])
      AND status IN ('published', 'rejected') AND signatory.id <> ${id}
    UNION ALL
    SELECT status, kind, name_key, NULL FROM (
      SELECT * FROM signatory
      WHERE email_key = ${emailKey} AND status = 'rejected' AND id <> ${id} LIMIT 1) AS rejected`;
}

const hasSignedAs = (others: readonly Other[], name: string | null): boolean => {
  const keys = new Set(name === null ? [] : lookKeys(name));
  return others.some(
    ({ status, kind, skeleton }) =>
      status === 'published' && kind === 'organisation' && keys.has(skeleton ?? ''),
  );
};

/** By the role, or by a name such as "Bo, CEO". "Robin Founder" alone names no organisation. */
const isUnsignedHead = (
  others: readonly Other[],
  { kind, name, role, affiliation }: Pick<Signatory, 'kind' | 'name' | 'role' | 'affiliation'>,
): boolean =>
  kind === 'person' &&
  (isHead(affiliation === null ? withoutSurname(name) : name) || isHead(role ?? '')) &&
  !hasSignedAs(others, affiliation);

const keysOf = ({ name, affiliation }: Pick<Signatory, 'name' | 'affiliation'>): string[] =>
  [name, withoutSurname(name), affiliation].flatMap((text) =>
    text === null ? [] : lookKeys(text),
  );

/** An admin reviews heads of organisations that haven't signed, so a published person can't become one. */
export async function checkRole(tx: Tx, row: Signatory): Promise<void> {
  if (row.status !== 'published') return;
  if (!isUnsignedHead(await othersLike(tx, row, keysOf(row)), row)) return;
  throw fieldError('role', say().signatories.roleNeedsReview);
}

async function reviewReasons(tx: Tx, { config }: Context, row: Signatory, isBusy: boolean) {
  const { kind, name, nameKey, verifiedDomain: domain, email, url } = row;
  const keys = new Set(lookKeys(name));
  const { hold, known } = await readReviewRules(tx);
  const others = await othersLike(tx, row, keysOf(row));
  const alike = others.filter(({ skeleton }) => skeleton === null || keys.has(skeleton));
  const published = alike.filter(({ status }) => status === 'published');
  const isProved = domain !== null && email !== null && url !== null && isAtSite(email, url);
  const isPerson = kind === 'person';
  // "Example Founder", of the organisation Example.
  const names = [name, withoutSurname(name)];
  const reasons: Record<ReviewReason, boolean> = {
    policy: !config.autoPublish,
    held: config.autoPublish && hold,
    'disposable-address': email === null || isDisposable(domainOf(email)),
    'unproved-organisation': !isPerson && !isProved,
    // Two people may share a name.
    'same-name': !isPerson && published.some((other) => other.nameKey === nameKey),
    'look-alike': published.some((other) => other.nameKey !== nameKey),
    'known-organisation': names.flatMap(lookKeys).some((key) => known.has(key)),
    'organisation-name':
      isPerson && (isOrganisationName(name) || names.some((each) => hasSignedAs(others, each))),
    'unsigned-role': isUnsignedHead(others, row),
    'mixed-scripts': !isHighlyRestrictive(name) || looksLatin(name),
    'rejected-before': alike.some(({ status }) => status === 'rejected'),
    'busy-domain': isBusy,
  };
  return (Object.keys(reasons) as ReviewReason[]).filter((reason) => reasons[reason]);
}

/** Of two names that look alike, the second sees the first: its row was there before the name was locked. */
export async function publishOrReview(ctx: Context, tx: Tx, row: Signatory, isBusy = false) {
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

/** Often impersonated. Admins can replace the list. */
const KNOWN_ORGANISATIONS: readonly string[] =
  `Alibaba, Alibaba Cloud, Allen Institute for AI, Amazon, Amazon
Web Services, AMD, Anthropic, Apple, Baidu, ByteDance, Carnegie Mellon University, CERN, Cohere, CoreWeave, DeepSeek,
EleutherAI, ETH Zurich, European Commission, European Union, Google, Google Cloud, Google DeepMind, Harvard
University, Hugging Face, Huawei, IBM, INRIA, Intel, KAIST, Kakao, LAION, LG AI Research, LG Electronics, Linux
Foundation, Massachusetts Institute of Technology, Max Planck Society, Meta AI, Meta Platforms, Microsoft, Mila, Mistral
AI, Mozilla, Mozilla Foundation, NASA, National Science Foundation, Naver, Naver Cloud, NVIDIA, OpenAI, Oracle,
Princeton University, Samsung, Samsung Electronics, Seoul National University, SK hynix, SoftBank, Sony, Stanford
University, Tencent, Tsinghua University, TSMC, UNESCO, United Nations, University of California, University of
Cambridge, University of Oxford, University of Tokyo, Wikimedia Foundation, World Bank, xAI, 삼성전자, 네이버, 카카오`
    .replaceAll('\n', ' ')
    .split(', ');

const MOST_ORGANISATIONS = 1_000;

export const reviewRulesInput = z.strictObject({
  hold: z
    .boolean()
    .optional()
    .describe('Whether an admin reviews new signatures. If absent, nothing changes.'),
  dailyCap: decimal.nullable().describe('Null means 100 times AUTO_ACCEPT_FUNDING.'),
  organisations: z
    .array(line(200))
    .max(MOST_ORGANISATIONS, {
      error: () => say().signatories.tooManyOrganisations(MOST_ORGANISATIONS),
    })
    .nullable(),
  seen: z.number().int(),
});

type ReviewRules = z.infer<typeof reviewRulesInput>;

export async function readReviewSetting(reader: Db | Tx) {
  const [row] = await reader.select().from(reviewSetting);
  return { ...row!, organisations: row!.organisations ?? KNOWN_ORGANISATIONS };
}

let looked: { names: string; keys: Set<string> } | null = null;

/** A thousand names take 60 ms, so the result is kept until they change. */
function knownKeys(names: readonly string[]): Set<string> {
  const text = names.join('\n');
  if (looked?.names !== text) looked = { names: text, keys: new Set(names.flatMap(lookKeys)) };
  return looked.keys;
}

/** `known`: how the names look that an admin always reviews. */
export async function readReviewRules(tx: Tx): Promise<{ hold: boolean; known: Set<string> }> {
  const { hold, organisations } = await readReviewSetting(tx);
  const initiative = await findInitiative(tx);
  const own = [initiative?.name, initiative?.recipient?.name].filter((name) => name !== undefined);
  return { hold, known: knownKeys([...organisations, ...own]) };
}

/** 0 means that an admin decides on every pledge. */
const parseCap = (text: string, currency: string): bigint =>
  /^0+(\.0+)?$/.test(text) ? 0n : parseAmount(text, currency, 'dailyCap');

export const setReviewRules: UseCase<ReviewRules> = (ctx, actor, key, input) => {
  const { hold, dailyCap, organisations, seen } = input;
  const held = hold !== undefined && { hold };
  const facts = { ...held, dailyCap, organisations: organisations?.length ?? null };
  const deed = { right: 'decide', act: 'review.change', object: null, facts } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const initiative = await findInitiative(tx);
    if (!initiative) throw noInitiative();
    const dailyCapMinor = dailyCap === null ? null : parseCap(dailyCap, initiative.currency);
    const changed = await tx
      .update(reviewSetting)
      .set({ ...held, dailyCapMinor, organisations, revision: sql`revision + 1` })
      .where(eq(reviewSetting.revision, seen))
      .returning({ revision: reviewSetting.revision });
    if (changed.length === 0) throw conflict(say().signatories.settingsChanged);
    return { status: 201, body: { revision: seen + 1 } };
  });
};
