import { z } from 'zod';
import type { InitiativeLine } from '../../web/data/home.ts';
import type { Tx } from '../db/db.ts';
import { targetsOf } from '../domain/figures.ts';
import { formatAmount, formatGpuHours } from '../domain/quantity.ts';
import {
  listedMilestones,
  milestonesVersion,
  readMilestones,
  type Initiative,
} from '../initiative/read.ts';
import { recipient } from '../initiative/shapes.ts';
import { BASES } from '../domain/totals.ts';
import type { Operation } from '../http/operation.ts';
import { day, gpuHours, instant, money, seq } from '../openapi/shapes.ts';
import {
  factorJson,
  factorShape,
  newestPrice,
  priceJson,
  priceShape,
  readFactors,
} from '../rates/gpu-figures.ts';
import type { Figures } from './progress.ts';
import { initiativeLine, newestTargetChanges } from './terms-and-target-changes.ts';

const CHANGES_SHOWN = 100;

const termsOf = ({ currency, funding, gpus, basis, gpuSeconds, from, to }: InitiativeLine) => ({
  targets: {
    funding: funding === null ? null : formatAmount(funding, currency),
    gpus,
    basis,
    gpuHours: gpuSeconds === null ? null : formatGpuHours(gpuSeconds),
  },
  startsOn: from,
  endsOn: to,
});

/** The body of `GET /api/v1/initiative`. Targets and window are as of the checkpoint, the rest is as of now. */
export async function initiativeAnswer(
  tx: Tx,
  initiative: Initiative,
  { checkpoint, totals }: Figures,
) {
  const { name, call, note, currency, deadlineOn, closed, demonstration } = initiative;
  const milestones = await readMilestones(tx);
  const factors = await readFactors(tx);
  const price = await newestPrice(tx);
  const changes = await newestTargetChanges(tx, checkpoint.size, CHANGES_SHOWN);
  return {
    name,
    call,
    note,
    currency,
    ...termsOf(initiativeLine(targetsOf(totals))),
    deadlineOn,
    closed,
    closedAt: initiative.closedAt,
    closing: initiative.closing,
    demonstration,
    recipient: initiative.recipient,
    milestones: {
      funding: listedMilestones(milestones, 'funding', currency),
      gpus: milestones
        .filter(({ kind }) => kind === 'gpus')
        .map(({ reaches, label }) => ({ reaches: Number(reaches), label })),
      version: milestonesVersion(milestones),
    },
    gpuFactors: factors.map(factorJson),
    gpuPrice: price && priceJson(price),
    changes: changes.map(({ seq: at, on, reason, before, after }) => ({
      seq: at,
      on,
      reason,
      before: termsOf(before),
      after: termsOf(after),
    })),
  };
}

const terms = z
  .strictObject({
    targets: z.strictObject({
      funding: money.nullable(),
      gpus: z.int().min(1).nullable().describe('GPUs at once, counted by `basis`.'),
      basis: z.enum(BASES).describe('What `gpus` counts: GPUs at one site, or at all sites.'),
      gpuHours: gpuHours.nullable(),
    }),
    startsOn: day.nullable(),
    endsOn: day.nullable().describe('The first day after the window.'),
  })
  .meta({ id: 'InitiativeTerms' });

const milestonesOf = (reaches: z.ZodType) =>
  z.array(z.strictObject({ reaches, label: z.string() }));

const answer = terms.extend({
  name: z.string(),
  call: z.string(),
  note: z.string().nullable(),
  currency: z.string().describe('ISO 4217.'),
  deadlineOn: day.nullable(),
  closed: z.boolean().describe('Whether signing and pledging are over.'),
  closedAt: instant.nullable().describe('When its campaign ended.'),
  closing: z.string().nullable().describe('The closing statement.'),
  demonstration: z.boolean().describe('Whether everything here is made up.'),
  recipient: recipient.nullable(),
  milestones: z.strictObject({
    funding: milestonesOf(money),
    gpus: milestonesOf(z.int().min(1)),
    version: z.string().describe('Changes with each edit. Send it as `seen`.'),
  }),
  gpuFactors: z
    .array(factorShape)
    .describe('The H100-equivalence of each GPU model, and from which day on.'),
  gpuPrice: priceShape.nullable().describe('The newest price. No total includes it.'),
  changes: z
    .array(z.strictObject({ seq, on: day, reason: z.string(), before: terms, after: terms }))
    .describe('The newest 100, newest first.'),
});

export const getInitiative: Operation = {
  id: 'getInitiative',
  summary: 'Get the targets, deadline and recipient, and how they changed',
  description:
    'Targets and window are ledger entries, so each change has a `seq` and a reason. Milestones change no total.',
  cached: true,
  answers: { 200: answer },
  refuses: ['not-found'],
};
