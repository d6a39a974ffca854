import { createHash } from 'node:crypto';
import { asc } from 'drizzle-orm';
import { longDay } from '../../web/format.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import { statement } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import { isShut, type Closing } from '../domain/closing.ts';
import { DomainError } from '../domain/errors.ts';
import type { Day } from '../domain/day.ts';
import { formatAmount } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';

export type Initiative = typeof schema.initiative.$inferSelect;

export async function findInitiative(reader: Db | Tx): Promise<Initiative | null> {
  const [row] = await reader.select().from(schema.initiative);
  return row ?? null;
}

/** Throws `no-initiative`. */
export async function lockInitiative(tx: Tx): Promise<Initiative> {
  const [row] = await tx.select().from(schema.initiative).for('update');
  if (!row) throw noInitiative();
  return row;
}

export const noInitiative = (): DomainError =>
  new DomainError('no-initiative', say().initiative.none);

export const versionOf = (content: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);

/** Throws `conflict` if saving would undo somebody's change. */
export function checkSeen(seen: string | undefined, version: string): void {
  if (seen === undefined || seen === version) return;
  throw new DomainError('conflict', say().initiative.changedSince);
}

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

export const FURTHER_FIELDS = [
  'sponsorOf',
  'sponsorFee',
  'closedCountries',
  'screenedBy',
  'screenedAbove',
  'receiptText',
] as const satisfies readonly (keyof schema.Recipient)[];

export function recipientText(
  recipient: schema.Recipient | null,
  name: Exclude<keyof schema.Recipient, 'earlier'>,
): string | null {
  const value = recipient?.[name];
  return value === undefined ? null : typeof value === 'string' ? value : value.join(', ');
}

/** Who received the money on a day: what the present recipient says of itself is not true of an earlier one. */
export function recipientOn(
  { recipient }: Pick<Initiative, 'recipient'>,
  on: Day,
): schema.Recipient | null {
  const later = recipient?.earlier?.filter(({ lastOn }) => lastOn >= on) ?? [];
  return later.toSorted((a, b) => (a.lastOn < b.lastOn ? -1 : 1))[0] ?? recipient;
}

export const missingOfRecipient = ({ recipient }: Initiative): RecipientField[] =>
  RECIPIENT_FIELDS.filter((name) => recipient?.[name] === undefined);

/** In minor units, or GPUs at one site. */
export type Milestone = Pick<typeof desk.milestone.$inferSelect, 'kind' | 'reaches' | 'label'>;

export async function readMilestones(reader: Db | Tx): Promise<Milestone[]> {
  const { kind, reaches, label } = desk.milestone;
  return reader
    .select({ kind, reaches, label })
    .from(desk.milestone)
    .orderBy(asc(kind), asc(reaches));
}

export const milestonesVersion = (milestones: readonly Milestone[]): string =>
  versionOf(milestones.map(({ kind, reaches, label }) => [kind, reaches.toString(), label]));

export const listedMilestones = (
  milestones: readonly Milestone[],
  wanted: Milestone['kind'],
  currency: string,
): { reaches: string; label: string }[] =>
  milestones
    .filter(({ kind }) => kind === wanted)
    .map(({ reaches, label }) => ({
      reaches: wanted === 'funding' ? formatAmount(reaches, currency) : reaches.toString(),
      label,
    }));

const stateOf = statement((reader) => {
  const { currency, closed, closedAt } = schema.initiative;
  return reader.select({ currency, closed, closedAt }).from(schema.initiative);
});

/** Throws `closed`, also where there is none. */
export const openInitiative = async (reader: Db | Tx): Promise<Pick<Initiative, 'currency'>> =>
  checkOpen((await stateOf(reader))[0]);

export function checkOpen<T extends Closing>(initiative: T | null | undefined): T {
  if (!initiative) throw new DomainError('closed', say().initiative.notYet);
  const { closed, closedAt } = initiative;
  if (!closed) return initiative;
  const { ended, closed: shut } = say().initiative;
  throw new DomainError('closed', closedAt ? ended(longDay(closedAt)) : shut);
}

/** For what was begun before the end of a campaign. Throws `closed`. */
export const checkRunning = <T extends Closing>(initiative: T | null): T =>
  initiative && !isShut(initiative) ? initiative : checkOpen(initiative);

/** Search engines are asked to stay away. A campaign's page stays found after its end. */
export const isUnlisted = (initiative: Initiative): boolean =>
  isShut(initiative) || initiative.demonstration;

/** Also in place of a trial's demonstration, but not under LEDGER_KEY, which would sign two logs of one name. */
export const canSetUp = (
  { config }: Pick<Context, 'config'>,
  initiative: Initiative | null,
): boolean => initiative === null || (initiative.demonstration && config.ledgerSeed === null);

export const bannerOf = (
  ctx: Pick<Context, 'config' | 'engine' | 'stripe'>,
  initiative: Initiative,
) => ({
  baseUrl: ctx.config.baseUrl,
  trial: ctx.engine === 'embedded',
  testMoney: ctx.stripe?.livemode === false && !initiative.demonstration,
  canSetUp: canSetUp(ctx, initiative),
});
