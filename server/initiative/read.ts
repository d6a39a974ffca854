import { asc } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import { statement } from '../db/prepared.ts';
import { DomainError } from '../domain/errors.ts';
import { formatAmount } from '../domain/quantity.ts';
import { versionOf } from './seen.ts';

export type Initiative = typeof schema.initiative.$inferSelect;

/** What this deployment raises for; null while nothing has been loaded. */
export async function findInitiative(reader: Db | Tx): Promise<Initiative | null> {
  const [row] = await reader.select().from(schema.initiative);
  return row ?? null;
}

/**
 * Locks the initiative: until the commit nobody else changes what it says. Throws `no-initiative`
 * before there is one.
 */
export async function lockInitiative(tx: Tx): Promise<Initiative> {
  const [row] = await tx.select().from(schema.initiative).for('update');
  if (!row) throw noInitiative();
  return row;
}

export const noInitiative = (): DomainError =>
  new DomainError(
    'no-initiative',
    'There is no initiative here yet: set one up, or import a file.',
  );

/** All that a recipient says of itself. */
export const RECIPIENT_FIELDS = [
  'name',
  'registration',
  'country',
  'taxStatus',
  'refundPolicy',
  'privacyNotice',
  'contact',
] as const satisfies readonly (keyof schema.Recipient)[];
export type RecipientField = (typeof RECIPIENT_FIELDS)[number];

/** What it may say besides, of whom it takes payments from. */
export const PAYER_FIELDS = [
  'closedCountries',
  'screenedBy',
  'screenedAbove',
] as const satisfies readonly (keyof schema.Recipient)[];

/** A field of the recipient as a text; null where it says none. */
export function recipientText(
  recipient: schema.Recipient | null,
  name: keyof schema.Recipient,
): string | null {
  const value = recipient?.[name];
  return value === undefined ? null : typeof value === 'string' ? value : value.join(', ');
}

/** What the recipient lacks: until that is nothing, payments stay closed. */
export const missingOfRecipient = ({ recipient }: Initiative): RecipientField[] =>
  RECIPIENT_FIELDS.filter((name) => recipient?.[name] === undefined);

/** An amount on the way with what it would be good for, in minor units or GPUs at once at one site. */
export type Milestone = Pick<typeof desk.milestone.$inferSelect, 'kind' | 'reaches' | 'label'>;

export async function readMilestones(reader: Db | Tx): Promise<Milestone[]> {
  const { kind, reaches, label } = desk.milestone;
  return reader
    .select({ kind, reaches, label })
    .from(desk.milestone)
    .orderBy(asc(kind), asc(reaches));
}

/** Another one after each change of them. */
export const milestonesVersion = (milestones: readonly Milestone[]): string =>
  versionOf(milestones.map(({ kind, reaches, label }) => [kind, reaches.toString(), label]));

const textOf = ({ kind, reaches }: Milestone, currency: string): string =>
  kind === 'funding' ? formatAmount(reaches, currency) : reaches.toString();

/** The milestones of a kind as people and programs write them. */
export const listedMilestones = (
  milestones: readonly Milestone[],
  kind: Milestone['kind'],
  currency: string,
): { reaches: string; label: string }[] =>
  milestones
    .filter((milestone) => milestone.kind === kind)
    .map((milestone) => ({ reaches: textOf(milestone, currency), label: milestone.label }));

const stateOf = statement((reader) => {
  const { currency, closed } = schema.initiative;
  return reader.select({ currency, closed }).from(schema.initiative);
});

/** The currency of the initiative, open for signing and pledging. Throws `closed` when it is not, or not there. */
export const openInitiative = async (reader: Db | Tx): Promise<Pick<Initiative, 'currency'>> =>
  checkOpen((await stateOf(reader))[0]);

/** What was read of the initiative, once it is known to be open. Throws `closed` like the above. */
export function checkOpen<T extends { closed: boolean }>(initiative: T | null | undefined): T {
  if (!initiative) throw new DomainError('closed', 'This deployment has no initiative yet.');
  if (initiative.closed) {
    throw new DomainError('closed', 'Signing, pledging and paying are closed for this initiative.');
  }
  return initiative;
}

/**
 * Whether an initiative of one's own may be set up in place of what is there: of nothing, or of the
 * demonstration of a trial whose key was made in its folder and is put aside with it. LEDGER_KEY,
 * which Postgres always has, signed the demonstration's log and would sign another of the same name.
 */
export const canSetUp = (
  { config }: Pick<Context, 'config'>,
  initiative: Initiative | null,
): boolean => initiative === null || (initiative.demonstration && config.ledgerSeed === null);

/** What every page says before any figure. */
export const bannerOf = (
  ctx: Pick<Context, 'config' | 'engine' | 'stripe'>,
  initiative: Initiative,
) => ({
  trial: ctx.engine === 'embedded',
  testMoney: ctx.stripe?.livemode === false && !initiative.demonstration,
  canSetUp: canSetUp(ctx, initiative),
});
