import { z } from 'zod';
import { REQUEST_KINDS, REQUEST_STATUSES } from '../domain/agreed.ts';
import { CURRENCIES, GPUS } from '../domain/asset.ts';
import { GRADES } from '../domain/evidence.ts';
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
  .meta({ id: 'Place', description: 'A stage, or `outside`: where amounts come from.' });

/** json.ts: a quantity and its base, of money or of compute. */
const amounts = {
  amount: money.describe('In the currency of the pledge.'),
  base: money.describe('In the initiative’s currency, at the reference rate of the terms.'),
};
const hours = {
  gpuHours: gpuHours.describe('In hours of the GPU model itself.'),
  gpuSeconds,
  h100eHours: gpuHours.describe('In H100-equivalents.'),
};

const facts = {
  seq,
  verb: z.enum([...VERBS, 'reverse']),
  from: place,
  to: place,
  occurredOn: day.describe('The day in the real world.'),
  grade: z.enum(GRADES).describe('What stands behind it.'),
  reverses: seq.optional().describe('The movement that this one takes back.'),
};
const ofMoney = z.strictObject({ ...facts, asset: currency, ...amounts });
const ofCompute = z.strictObject({
  ...facts,
  asset: gpu,
  ...hours,
  windows: z.array(window).optional().describe('The GPUs that move; none where hours alone do.'),
});

const movement = z.union([ofMoney, ofCompute]).meta({
  id: 'Movement',
  description: 'An amount of one pledge moves from one stage to another, for ever.',
});

const listed = { ref, batch };
const listedMovement = z
  .union([ofMoney.extend(listed), ofCompute.extend(listed)])
  .meta({ id: 'ListedMovement', description: 'A movement, with its pledge and its batch.' });

export const movementPage = z.strictObject({ movements: z.array(listedMovement), next });

export const recorded = z.strictObject({ batch, movements: z.array(movement) }).meta({
  id: 'Recorded',
  description:
    'The movements of this call, to be reversed together: none for a larger amount all of which has come.',
});

/** `ready`: an anonymous pledge that is pending until it is accepted together with others. */
const STATUSES = ['pending', 'ready', 'accepted', 'rejected', 'withdrawn'] as const;

export const decided = (...statuses: (typeof STATUSES)[number][]) =>
  z.strictObject({ ref, status: z.enum(statuses) });

const heldMoney = z.strictObject(amounts).meta({ id: 'HeldMoney' });
const heldCompute = z.strictObject(hours).meta({ id: 'HeldCompute' });

const perStage = <T extends z.ZodType>(held: T) =>
  z.strictObject(Object.fromEntries(STAGES.map((stage) => [stage, held])));

const shown = {
  ref,
  signatory: z
    .string()
    .nullable()
    .describe('The giver’s name; null where the pledge or the giver hides it.'),
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
  source: z.enum(['given', 'bought']).describe('What was bought is no contribution.'),
  stages: perStage(heldCompute),
});

const instalment = z.strictObject({ dueOn: day, amount: money });
const measuredBy = z
  .enum(['jobs', 'reservation'])
  .nullable()
  .describe('Of compute: the hours of jobs, or those kept available, count as delivered.');
const paidThrough = z
  .strictObject({ kind: z.enum(['fund', 'agency', 'employer']), name: z.string() })
  .nullable();
const grant = z
  .strictObject({ from: day, to: day })
  .nullable()
  .describe('The days of a grant that is stated in hours only.');

const terms = {
  grant,
  firm: z.boolean().describe('Whether it is signed already, though it waits for its condition.'),
  measuredBy,
  paidThrough: paidThrough.describe('Who pays in the giver’s place; only with its name.'),
  instalments: z.array(instalment),
  rate: z
    .strictObject({
      num: z.string(),
      den: z.string(),
      on: day.nullable(),
      source: z.string().describe('ECB; ADMIN; PAR for the own currency; BF16 for GPUs.'),
      sourceText: z.string().nullable().describe('Where an admin’s rate is from.'),
      sourceUrl: z.string().nullable(),
      stale: z.boolean().describe('Whether it was older than ten days at acceptance.'),
    })
    .describe('Base per unit, as a fraction of two decimal strings, fixed at acceptance.'),
  movements: z.array(listedMovement).describe('The first hundred.'),
  next: next.describe('The `cursor` of GET /api/v1/movements?ref=… for those after these.'),
};

export const pledge = z
  .discriminatedUnion('kind', [shownMoney.extend(terms), shownCompute.extend(terms)])
  .meta({ id: 'Pledge', description: 'An accepted pledge, and where its amounts stand.' });

const acceptedOn = day.describe('The day of its first acceptance.');
const listedPledge = z
  .discriminatedUnion('kind', [
    shownMoney.extend({ acceptedOn, total: heldMoney }),
    shownCompute.extend({ acceptedOn, total: heldCompute }),
  ])
  .meta({
    id: 'ListedPledge',
    description: 'An accepted pledge in a list; `total` is all it came to, whatever became of it.',
  });

export const pledgePage = z.strictObject({ pledges: z.array(listedPledge), next });

const request = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(REQUEST_KINDS),
    text: z.string().describe('As its giver wrote it.'),
    instalments: z.array(instalment).nullable().describe('Wanted in place of those still open.'),
    amount: money.nullable().describe('To give less, of money.'),
    gpuHours: gpuHours.nullable().describe('To give less, of compute.'),
    windows: z.array(window).nullable(),
    status: z.enum(REQUEST_STATUSES),
    reason: z.string().nullable().describe('The admin’s.'),
    createdAt: instant,
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'Request', description: 'What a giver asked of an admin about an agreed pledge.' });

/** mine.ts: a pledge as its own signatory sees it, whatever its status. */
const mine = {
  ref,
  paymentRef: z
    .string()
    .regex(/^[0-9A-Z]{10,12}$/)
    .describe(
      'What to write on a bank transfer: `ref`, or a random code where the pledge isn’t public.',
    ),
  status: z
    .enum(STATUSES)
    .describe(
      '`ready` is an anonymous pledge that waits to be accepted together with others: once a day, when five givers are waiting.',
    ),
  revision: z.int().describe('Counts its changes: an admin decides on the last one.'),
  reason: z.string().nullable().describe('Why it was rejected.'),
  visibility: z.enum(['public', 'anonymous']),
  note: z.string().nullable(),
  site: z.string().nullable(),
  provider: z.string().nullable(),
  windows: shown.windows,
  grant,
  condition: shown.condition,
  firm: terms.firm,
  purchaseOrder: z.string().nullable(),
  paidThrough,
  measuredBy,
  instalments: z
    .array(instalment.extend({ received: money, outstanding: money }))
    .describe('By their days; what has come pays the oldest first.'),
  asked: z
    .strictObject({ amount: money, instalments: z.array(instalment), askedAt: instant })
    .nullable()
    .describe('The larger amount, in all, that waits for an admin.'),
  question: z.string().nullable().describe('What an admin asks back, while it waits.'),
  askedBackAt: instant.nullable(),
  requests: z.array(request).describe('The newest first. At most one is waiting.'),
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
