import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { requireRight, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import * as desk from '../db/desk.ts';
import { namesChanged } from '../db/names.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { collector } from '../domain/collect-errors.ts';
import { DomainError } from '../domain/errors.ts';
import { parseAmount } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { decimal, line } from '../http/text.ts';
import {
  checkSeen,
  listedMilestones,
  lockInitiative,
  milestonesVersion,
  readMilestones,
  type Initiative,
  type Milestone,
} from './read.ts';
import { gpusAtOnce } from './shapes.ts';

export const MOST_MILESTONES = 12;
/** Times the target; beyond is a typing mistake. */
const FURTHEST = 10n;

const listOf = <R extends z.ZodType>(reaches: R) =>
  z
    .array(z.strictObject({ reaches, label: line(60) }))
    .max(MOST_MILESTONES, { error: () => say().initiative.tooManyMilestones(MOST_MILESTONES) })
    .default([]);

export const milestonesShape = z.strictObject({
  funding: listOf(decimal.describe('In major units of the initiative’s currency.')),
  gpus: listOf(gpusAtOnce.describe('GPUs at once at one site.')),
});

export const milestonesInput = milestonesShape.extend({
  seen: z
    .string()
    .optional()
    .describe('The `milestones.version` that you edited. Refused if it has changed since.'),
});

type Targets = Pick<Initiative, 'currency' | 'fundingTargetMinor' | 'gpusTarget'>;

/** In minor units, in the page's order. Throws `invalid-input`. */
export function draftMilestones(
  input: z.infer<typeof milestonesShape>,
  targets: Targets,
): Milestone[] {
  const check = collector();
  const furthest = {
    funding: targets.fundingTargetMinor,
    gpus: targets.gpusTarget === null ? null : BigInt(targets.gpusTarget),
  };
  const drafts = (['funding', 'gpus'] as const).flatMap((kind) => {
    const seen = new Set<bigint>();
    return input[kind].flatMap(({ reaches: given, label }, index) => {
      const field = `${kind}[${index}].reaches`;
      const reaches = check.attempt(() =>
        typeof given === 'number' ? BigInt(given) : parseAmount(given, targets.currency, field),
      );
      if (reaches === undefined) return [];
      const target = furthest[kind];
      if (seen.has(reaches)) check.refuse(field, say().http.twice);
      if (target !== null && reaches > target * FURTHEST) {
        check.refuse(field, say().initiative.milestoneTooFar);
      }
      seen.add(reaches);
      return [{ kind, reaches, label }];
    });
  });
  check.done();
  return drafts.toSorted((a, b) =>
    a.kind === b.kind ? (a.reaches < b.reaches ? -1 : 1) : a.kind < b.kind ? -1 : 1,
  );
}

export const milestoneRow = (milestone: Milestone) => ({ id: uuidv7(), ...milestone });

/** They count nothing. Throws `invalid-input`, `no-initiative` and `conflict`. */
export async function setMilestones(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: z.infer<typeof milestonesInput>,
): Promise<Answer> {
  requireRight(actor, 'manage');
  return write(ctx, key, async (tx) => {
    const initiative = await lockInitiative(tx);
    const standing = await readMilestones(tx);
    checkSeen(input.seen, milestonesVersion(standing));
    const wanted = draftMilestones(input, initiative);
    if (isDeepStrictEqual(wanted, standing)) throw nothingChanged();
    await tx.delete(desk.milestone);
    if (wanted.length > 0) await tx.insert(desk.milestone).values(wanted.map(milestoneRow));
    await namesChanged(tx);
    const listed = (kind: Milestone['kind']) =>
      listedMilestones(wanted, kind, initiative.currency).map(({ reaches }) => reaches);
    const [funding, gpus] = [listed('funding'), listed('gpus')];
    const facts = { funding: funding.join(', '), gpus: gpus.join(', ') };
    await audit(tx, ctx, actor, { act: 'initiative.milestones', object: null, facts });
    return { status: 201, body: { funding: funding.length, gpus: gpus.length } };
  });
}

export const nothingChanged = (): DomainError =>
  new DomainError('conflict', say().initiative.nothingChanged);
