import { z } from 'zod';
import { REQUEST_KINDS, REQUEST_STATUSES } from '../domain/agreed.ts';
import { CURRENCIES, GPUS, type Kind } from '../domain/asset.ts';
import { detailNames, DETAILS, perDetail } from '../domain/details.ts';
import { GRADES } from '../domain/evidence.ts';
import { recordOf } from '../domain/record-of.ts';
import { STAGES, VERBS } from '../domain/stage.ts';
import {
  batch,
  day,
  gpuHours,
  gpuSeconds,
  instant,
  money,
  next,
  ref,
  seq,
  window,
} from '../openapi/shapes.ts';

const currency = z
  .enum(CURRENCIES.map(({ code }) => code))
  .meta({ id: 'Currency', description: 'ISO 4217.' });
const gpu = z.enum(GPUS.map(({ code }) => code)).meta({ id: 'Gpu', description: 'A GPU model.' });

const place = z
  .enum(['outside', ...STAGES])
  .meta({ id: 'Place', description: 'A stage, or `outside`, where amounts come from.' });

const amounts = {
  amount: money.describe('In the pledge’s currency.'),
  base: money.describe('In the initiative’s currency, at the reference rate in the terms.'),
};
const hours = {
  gpuHours: gpuHours.describe('Hours of this GPU model.'),
  gpuSeconds,
  h100eHours: gpuHours.describe('In H100-equivalents.'),
};

const facts = {
  seq,
  verb: z.enum([...VERBS, 'reverse']),
  from: place,
  to: place,
  occurredOn: day.describe('The day it happened.'),
  grade: z.enum(GRADES).describe('The evidence for it.'),
  reverses: seq.optional().describe('The movement that this one reverses.'),
};
const ofMoney = z.strictObject({ ...facts, asset: currency, ...amounts });
const ofCompute = z.strictObject({
  ...facts,
  asset: gpu,
  ...hours,
  windows: z.array(window).optional().describe('The GPUs that move. Absent if only hours move.'),
});

const movement = z.union([ofMoney, ofCompute]).meta({
  id: 'Movement',
  description:
    'An amount of one pledge that moves from one stage to another. Movements never change.',
});

const listed = { ref, batch };
const listedMovement = z
  .union([ofMoney.extend(listed), ofCompute.extend(listed)])
  .meta({ id: 'ListedMovement', description: 'A movement with its pledge and batch.' });

export const movementPage = z.strictObject({ movements: z.array(listedMovement), next });

export const recorded = z.strictObject({ batch, movements: z.array(movement) }).meta({
  id: 'Recorded',
  description:
    'The movements of this call. They can only be reversed together. Empty for an increase that is already fully paid.',
});

const STATUSES = ['pending', 'ready', 'accepted', 'rejected', 'withdrawn'] as const;

export const decided = (...statuses: (typeof STATUSES)[number][]) =>
  z.strictObject({ ref, status: z.enum(statuses) });

const heldMoney = z.strictObject(amounts).meta({ id: 'HeldMoney' });
const heldCompute = z.strictObject(hours).meta({ id: 'HeldCompute' });

const perStage = (held: z.ZodType) => z.strictObject(recordOf(STAGES, () => held));

const shown = {
  ref,
  signatory: z
    .string()
    .nullable()
    .describe('The giver’s name. Null if the pledge or the giver hides it.'),
  members: z
    .array(z.string())
    .describe('The names of signatories who give it together with `signatory`.'),
  site: z.string().nullable(),
  windows: z.array(window).nullable(),
  condition: z
    .strictObject({
      kind: z.literal('threshold'),
      metric: z.enum(['funding', 'gpuHours', 'organisations']),
      counts: z.enum(['committed', 'pledged']),
      reaches: z
        .string()
        .describe('In minor units of the initiative’s currency, GPU-seconds, or organisations.'),
      by: day.nullable(),
    })
    .meta({ id: 'Condition', description: 'What a pledge waits for.' })
    .nullable(),
};
const shownMoney = z.strictObject({
  ...shown,
  kind: z.literal('funding'),
  asset: currency,
  source: z.null(),
  stages: perStage(heldMoney),
});
const shownCompute = z.strictObject({
  ...shown,
  kind: z.literal('compute'),
  asset: gpu,
  source: z.enum(['given', 'bought']).describe('`bought` compute doesn’t count as a contribution.'),
  stages: perStage(heldCompute),
});

const instalment = z.strictObject({ dueOn: day, amount: money });
const measuredBy = z
  .enum(['jobs', 'reservation'])
  .nullable()
  .describe('For compute, what counts as delivered: the hours of jobs, or hours kept available.');
const paidThrough = z
  .strictObject({ kind: z.enum(['fund', 'agency', 'employer']), name: z.string() })
  .nullable();
const grant = z
  .strictObject({ from: day, to: day })
  .nullable()
  .describe('The days of a grant given in hours only.');

const terms = {
  grant,
  firm: z.boolean().describe('Whether it is already signed, although it waits for its condition.'),
  measuredBy,
  paidThrough: paidThrough.describe('Who pays for the giver. Null if the giver’s name is hidden.'),
  instalments: z.array(instalment),
  rate: z
    .strictObject({
      num: z.string(),
      den: z.string(),
      on: day.nullable(),
      source: z
        .string()
        .describe('ECB, ADMIN, PAR for the initiative’s currency, or BF16 for GPUs.'),
      sourceText: z.string().nullable().describe('The source of an admin’s rate.'),
      sourceUrl: z.string().nullable(),
      stale: z.boolean().describe('Whether the rate was older than 10 days at acceptance.'),
    })
    .describe('Base per unit: a fraction of two decimal strings, fixed at acceptance.'),
  movements: z.array(listedMovement).describe('The first 100.'),
  next: next.describe('The `cursor` for more, at `GET /api/v1/movements?ref=…`.'),
};

const detailsOf = (kind: Kind) =>
  Object.fromEntries(
    detailNames(true, kind).map((name) => [
      name,
      z.string().nullable().describe(`${DETAILS[name].about} Only with the giver’s name.`),
    ]),
  );

export const pledge = z
  .discriminatedUnion('kind', [
    shownMoney.extend({ ...terms, ...detailsOf('funding') }),
    shownCompute.extend({ ...terms, ...detailsOf('compute') }),
  ])
  .meta({ id: 'Pledge', description: 'An accepted pledge and its amounts in each stage.' });

const acceptedOn = day.describe('The day it was first accepted.');
const listedPledge = z
  .discriminatedUnion('kind', [
    shownMoney.extend({ acceptedOn, total: heldMoney }),
    shownCompute.extend({ acceptedOn, total: heldCompute }),
  ])
  .meta({
    id: 'ListedPledge',
    description: 'An accepted pledge in a list. `total` is the whole amount ever promised.',
  });

export const pledgePage = z.strictObject({ pledges: z.array(listedPledge), next });

const request = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(REQUEST_KINDS),
    text: z.string().describe('In the giver’s words.'),
    instalments: z
      .array(instalment)
      .nullable()
      .describe('The instalments wanted in place of the open ones.'),
    amount: money.nullable().describe('How much less money to give.'),
    gpuHours: gpuHours.nullable().describe('How many hours less to give.'),
    windows: z.array(window).nullable(),
    status: z.enum(REQUEST_STATUSES),
    reason: z.string().nullable().describe('The admin’s reason.'),
    createdAt: instant,
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'Request', description: 'What a giver asked of an admin about an agreed pledge.' });

const mine = {
  ref,
  paymentRef: z
    .string()
    .regex(/^[0-9A-Z]{10,12}$/)
    .describe(
      'What to write on a bank transfer: `ref`, or a random code if the pledge isn’t public.',
    ),
  status: z
    .enum(STATUSES)
    .describe(
      '`ready`: an anonymous pledge waiting to be accepted with others, once a day, when at least five givers are waiting.',
    ),
  revision: z
    .int()
    .describe('The number of times the pledge was changed. An admin decides on the last version.'),
  reason: z.string().nullable().describe('Why it was rejected.'),
  visibility: z.enum(['public', 'anonymous']),
  ...perDetail(() => z.string().nullable()),
  site: z.string().nullable(),
  windows: shown.windows,
  grant,
  condition: shown.condition,
  firm: terms.firm,
  paidThrough,
  measuredBy,
  instalments: z
    .array(instalment.extend({ received: money, outstanding: money }))
    .describe('In the order of their days. Money received pays the oldest first.'),
  asked: z
    .strictObject({ amount: money, instalments: z.array(instalment), askedAt: instant })
    .nullable()
    .describe('The total amount, with the increase that waits for an admin.'),
  question: z.string().nullable().describe('An admin’s question, while the pledge is pending.'),
  askedBackAt: instant.nullable(),
  requests: z.array(request).describe('Newest first. At most one is waiting.'),
  createdAt: instant,
};
export const ownPledge = z
  .discriminatedUnion('kind', [
    shownMoney.pick({ kind: true, asset: true, source: true, stages: true }).extend({
      ...mine,
      amount: money,
    }),
    shownCompute.pick({ kind: true, asset: true, source: true, stages: true }).extend({
      ...mine,
      gpuHours,
      gpuSeconds,
    }),
  ])
  .meta({ id: 'OwnPledge', description: 'A pledge as its own signatory sees it.' });
export const ownPledgePage = z.strictObject({ pledges: z.array(ownPledge), next });
