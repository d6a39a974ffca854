import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { requireRight, requireTouch, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import { namesChanged } from '../db/names.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { collector } from '../domain/collect-errors.ts';
import { fieldError } from '../domain/errors.ts';
import { formatAmount, formatGpuHours, parseAmount, parseGpuHours } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { day, decimal, line } from '../http/text.ts';
import { BASES } from '../domain/totals.ts';
import { append } from '../ledger/append.ts';
import { basisColumn, sameTargets, targetsOfRow } from '../ledger/targets.ts';
import { nothingChanged } from './milestones.ts';
import { isBeforeOpening, minuteOf } from './opening.ts';
import {
  checkSeen,
  findInitiative,
  lockInitiative,
  noInitiative,
  versionOf,
  type Initiative,
} from './read.ts';
import { callText, checkRecipient, gpusAtOnce, minute, noteText, recipient } from './shapes.ts';

/** Absent fields stay, null removes one. All amounts are in the currency, which can't change. */
export const changeInput = z.strictObject({
  targets: z
    .strictObject({
      funding: decimal.nullable().optional().describe('In major units.'),
      gpus: gpusAtOnce.nullable().optional().describe('GPUs at once, counted by `basis`.'),
      basis: z.enum(BASES).optional().describe('GPUs at one `site`, or at `all` sites together.'),
      gpuHours: decimal.nullable().optional(),
    })
    .default({}),
  startsOn: day.nullable().optional(),
  endsOn: day.nullable().optional().describe('The first day after the window.'),
  deadlineOn: day.nullable().optional(),
  opensAt: minute
    .nullable()
    .optional()
    .describe('Until then the public sees the name and this time alone. Fixed once it has passed.'),
  name: line(200).optional(),
  call: callText.optional(),
  note: noteText.nullable().optional(),
  reply: line(300)
    .nullable()
    .optional()
    .describe('What you say about corrections and withdrawals, on /how-we-know.'),
  closed: z.boolean().optional(),
  closing: noteText
    .nullable()
    .optional()
    .describe(
      'The statement that ends a campaign: signing and pledging end, and existing pledges go on. If you close without one, everything stops.',
    ),
  recipient: recipient
    .nullable()
    .optional()
    .describe('Send the whole recipient. Fields you leave out are removed.'),
  reason: line(300).describe(
    'The public reason. For a change of targets or window it can never be removed.',
  ),
  seen: z
    .string()
    .optional()
    .describe('The `version` that you edited. Refused if it has changed since.'),
});
type ChangeInput = z.infer<typeof changeInput>;

const COLUMNS = {
  name: 'name',
  'targets.funding': 'fundingTargetMinor',
  'targets.gpus': 'gpusTarget',
  'targets.basis': 'gpusBasis',
  'targets.gpuHours': 'gpuSecondsTarget',
  startsOn: 'startsOn',
  endsOn: 'endsOn',
  deadlineOn: 'deadlineOn',
  opensAt: 'opensAt',
  call: 'call',
  note: 'note',
  reply: 'reply',
  closed: 'closed',
  closing: 'closing',
  recipient: 'recipient',
} as const satisfies Record<string, keyof Initiative>;
export type ChangedField = keyof typeof COLUMNS;
const FIELDS = Object.keys(COLUMNS) as ChangedField[];

type Content = Pick<Initiative, (typeof COLUMNS)[ChangedField]>;

export const differences = (a: Content, b: Content): ChangedField[] =>
  FIELDS.filter((name) => !isDeepStrictEqual(a[COLUMNS[name]], b[COLUMNS[name]]));

export const termsVersion = (row: Initiative): string =>
  versionOf(FIELDS.map((name) => String(shownOf(row, name))));

export function shownOf(row: Initiative, name: ChangedField): string | null {
  if (name === 'targets.basis') return row.gpusBasis ?? 'site';
  const value = row[COLUMNS[name]];
  if (value === null) return null;
  if (name === 'targets.funding') return formatAmount(value as bigint, row.currency);
  if (name === 'opensAt') return minuteOf(row.opensAt!);
  if (name === 'targets.gpuHours') return formatGpuHours(value as bigint);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export type PlannedChange = ReturnType<typeof planChange>;

/** `isEntry`: targets or the window change. */
function planChange(row: Initiative, input: ChangeInput, now: Date) {
  checkSeen(input.seen, termsVersion(row));
  const next = nextOf(row, input, now);
  const changed = differences(row, next);
  // What the public has seen can't be hidden again.
  if (changed.includes('opensAt') && !isBeforeOpening(row, now)) {
    throw fieldError('opensAt', say().initiative.isOpen);
  }
  if (changed.length === 0) throw nothingChanged();
  return { next, changed, isEntry: !sameTargets(targetsOfRow(row), targetsOfRow(next)) };
}

const or = <T>(given: T | undefined, standing: T): T => (given === undefined ? standing : given);

function nextOf(row: Initiative, input: ChangeInput, now: Date): Initiative {
  const { targets, ...given } = input;
  const check = collector();
  const read = (text: string | null | undefined, parse: (text: string) => bigint) =>
    text === undefined || text === null ? text : check.attempt(() => parse(text));
  const funding = read(targets.funding, (text) =>
    parseAmount(text, row.currency, 'targets.funding'),
  );
  const gpuHours = read(targets.gpuHours, (text) => parseGpuHours(text, 'targets.gpuHours'));
  const next: Initiative = {
    ...row,
    fundingTargetMinor: or(funding, row.fundingTargetMinor),
    gpusTarget: or(targets.gpus, row.gpusTarget),
    gpusBasis: or(basisColumn(targets.basis), row.gpusBasis),
    gpuSecondsTarget: or(gpuHours, row.gpuSecondsTarget),
    startsOn: or(given.startsOn, row.startsOn),
    endsOn: or(given.endsOn, row.endsOn),
    deadlineOn: or(given.deadlineOn, row.deadlineOn),
    opensAt: or(
      given.opensAt ? new Date(given.opensAt) : (given.opensAt as null | undefined),
      row.opensAt,
    ),
    name: or(given.name, row.name),
    call: or(given.call, row.call),
    note: or(given.note, row.note),
    reply: or(given.reply, row.reply),
    ...closingOf(row, input, now),
    recipient: or(given.recipient, row.recipient),
  };
  checkRecipient(next.recipient, row.currency, check);
  if (next.closing !== null && !next.closed) {
    check.refuse('closed', say().initiative.closingOfOpen);
  }
  if (next.closing !== null && isBeforeOpening(next, now)) {
    check.refuse('closing', say().initiative.closingBeforeOpening);
  }
  if (hasTarget(row) && !hasTarget(next)) {
    check.refuse('targets.funding', say().initiative.lastTarget);
  }
  if (next.startsOn !== null && next.endsOn !== null && next.endsOn <= next.startsOn) {
    check.refuse('endsOn', say().initiative.endNotAfter(next.startsOn));
  }
  check.done();
  return next;
}

/** A statement ends a campaign. Opening again takes it back, though the form sends it along. */
function closingOf(row: Initiative, given: ChangeInput, now: Date) {
  const closed = or(given.closed, row.closed);
  const isKept = given.closing === undefined || given.closing === row.closing;
  const closing = !closed && isKept ? null : or(given.closing, row.closing);
  return { closed, closing, closedAt: closing === null ? null : (row.closedAt ?? now) };
}

const hasTarget = ({ fundingTargetMinor, gpusTarget, gpuSecondsTarget }: Initiative): boolean =>
  (fundingTargetMinor ?? gpusTarget ?? gpuSecondsTarget) !== null;

export async function previewChange(
  { db, now }: Pick<Context, 'db' | 'now'>,
  actor: Actor,
  input: ChangeInput,
): Promise<PlannedChange & { row: Initiative }> {
  requireRight(actor, 'manage');
  const row = await findInitiative(db);
  if (!row) throw noInitiative();
  return { row, ...planChange(row, input, now()) };
}

/** Throws `invalid-input`, `conflict`, `touch-again` and `no-initiative`. */
export async function changeInitiative(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: ChangeInput,
): Promise<Answer> {
  requireRight(actor, 'manage');
  requireTouch(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    const row = await lockInitiative(tx);
    const plan = planChange(row, input, ctx.now());
    const {
      id: _id,
      inviteHash: _hash,
      currency: _currency,
      demonstration: _,
      ...columns
    } = plan.next;
    await tx.update(schema.initiative).set(columns);
    await namesChanged(tx);
    const entry = plan.isEntry ? await tellLedger(tx, ctx, plan.next, input.reason) : null;
    await audit(tx, ctx, actor, {
      act: 'initiative.change',
      object: null,
      fields: plan.changed.filter((name) => isText(name)),
      facts: { ...factsOf(row, plan), reason: input.reason, entry },
    });
    return { status: 201, body: { changed: plan.changed, entry } };
  });
}

/** Not quite last: the reason and the history need the entry's number. */
async function tellLedger(tx: Tx, ctx: Context, next: Initiative, reason: string): Promise<number> {
  const seq = await append(tx, [{ kind: 'initiative', targets: targetsOfRow(next) }], ctx);
  await tx.insert(desk.initiativeChange).values({ seq, reason });
  return Number(seq);
}

/** The history doesn't repeat these texts: a contact is often a person. */
const isText = (name: ChangedField): boolean =>
  ['note', 'reply', 'closing', 'recipient'].includes(name);

const factsOf = (row: Initiative, { next, changed }: PlannedChange): Record<string, string> =>
  Object.fromEntries(
    changed
      .filter((name) => !isText(name))
      .map((name) => [name, `${shownOf(row, name) ?? '–'} → ${shownOf(next, name) ?? '–'}`]),
  );
