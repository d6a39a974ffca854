import { z } from 'zod';
import { isCurrency, isGpu } from '../domain/asset.ts';
import { DomainError } from '../domain/errors.ts';
import { GRADES } from '../domain/evidence.ts';
import { MAX_INSTALMENTS } from '../domain/schedule.ts';
import { VERBS } from '../domain/stage.ts';
import { canonicalAvailability } from '../domain/window.ts';
import { pathText } from '../http/parse.ts';
import { day, decimal, line, lines, webAddress } from '../http/text.ts';
import { detailSchemas } from './detail-schemas.ts';

const availability = z
  .union([z.string(), z.number()])
  .transform((value, check) => {
    const canonical = canonicalAvailability(value);
    if (canonical !== null) return canonical;
    check.addIssue('must be over 0 and at most 1, with at most four decimals');
    return z.NEVER;
  })
  .describe('The share of time that the GPUs are available: above 0, at most 1.');

const AMOUNT = 'In major units of the currency, with at most its digits: "1250.50".';
const GPU_HOURS = 'With at most two decimals: "1000" or "1000.25".';
const FIRST_DAY_WITHOUT = 'The first day without: windows are half-open.';

const window = z.strictObject({
  gpus: z.int().min(1, 'must be at least 1').max(1_000_000, 'is over a million'),
  from: day,
  to: day.describe(FIRST_DAY_WITHOUT),
  availability: availability.default('1'),
});

const windows = z.array(window).min(1, 'must name a window').max(200, 'has more than 200 windows');

const grant = z.strictObject({
  gpuHours: decimal.describe(GPU_HOURS),
  from: day,
  to: day.describe(FIRST_DAY_WITHOUT),
});

const condition = z.strictObject({
  kind: z.literal('threshold'),
  metric: z.enum(['funding', 'gpuHours', 'organisations']),
  reaches: decimal.describe('Money, H100-equivalent hours, or a number of organisations.'),
  counts: z
    .enum(['committed', 'pledged'])
    .default('committed')
    .describe('Whether pledges that aren’t agreed in writing count too.'),
  by: day.optional(),
});

/** Throws `no-longer-offered` for `amount-hidden`. */
const visibility = z.enum(['public', 'anonymous'], {
  error: ({ input, path = [] }) => {
    if (input !== 'amount-hidden') return undefined;
    const field = pathText(path);
    const message =
      'amount-hidden is no longer offered, because a name listed without its amount could still be matched with it: use anonymous';
    throw new DomainError('no-longer-offered', `${field}: ${message}`, {
      fields: [{ field, message }],
    });
  },
});
export type Visibility = z.infer<typeof visibility>;

const common = {
  visibility: visibility
    .default('public')
    .describe('Show the amount with the giver’s name, or without it.'),
  condition: condition.optional(),
  firm: z
    .boolean()
    .default(false)
    .describe('Already signed: committed, not just pledged, once its condition is met.'),
};

const scheduled = {
  instalments: z
    .array(z.strictObject({ dueOn: day, amount: decimal }))
    .min(1, 'must have at least one part')
    .max(MAX_INSTALMENTS, `has more than ${MAX_INSTALMENTS} instalments`)
    .optional()
    .describe('Instalments that add up to the amount.'),
  schedule: z
    .strictObject({
      every: z.enum(['month', 'quarter']),
      times: z.int().min(2, 'must be at least 2').max(120, 'must be at most 120'),
      firstOn: day,
    })
    .optional()
    .describe('Instead of instalments: equal ones. The last one takes the remainder.'),
};

const funding = z.strictObject({
  kind: z.literal('funding'),
  asset: z.string().refine(isCurrency, 'must be a currency code of ISO 4217, such as USD'),
  amount: decimal.describe(AMOUNT),
  ...scheduled,
  paidThrough: z
    .strictObject({ kind: z.enum(['fund', 'agency', 'employer']), name: line(200) })
    .optional()
    .describe('Who pays for the giver, or matches the pledge.'),
  ...detailSchemas('funding'),
  ...common,
});

const compute = z.strictObject({
  kind: z.literal('compute'),
  asset: z.string().refine(isGpu, 'must be a GPU of the table, such as H100-SXM'),
  site: line(100)
    .optional()
    .describe('One location with one interconnect. Required with a list of windows.'),
  source: z
    .enum(['given', 'bought'])
    .default('given')
    .describe('Bought with the initiative’s own money. It doesn’t count as a contribution.'),
  windows: z
    .union([windows, grant], { error: 'must be a list of windows, or hours with days' })
    .describe('Windows of GPUs, or a grant given in hours only.'),
  measuredBy: z
    .enum(['jobs', 'reservation'])
    .default('jobs')
    .describe('What counts as delivered: the hours of jobs, or hours kept available.'),
  ...detailSchemas('compute'),
  ...common,
});

const kindError = { error: 'must be "funding" or "compute"' };
const signatoryId = z.uuid('must be the id of a signatory');

/** What a pledge says, whoever gives it. */
export const newPledge = z
  .discriminatedUnion('kind', [funding, compute], kindError)
  .meta({ id: 'NewPledge', description: 'A pledge of money or compute.' });
export type NewPledge = z.infer<typeof newPledge>;

const giver = {
  signatory: signatoryId.optional().describe('The giver. Only an admin sends this.'),
};

/** A pledge by the API. */
export const pledgeInput = z
  .discriminatedUnion('kind', [funding.extend(giver), compute.extend(giver)], kindError)
  .meta({ id: 'LoggedPledge', description: 'A pledge of money or compute to log.' });
export type PledgeInput = z.infer<typeof pledgeInput>;

export const instalmentsInput = z
  .strictObject(scheduled)
  .meta({ id: 'NewInstalments', description: 'Instalments, or a schedule that makes them.' });
export type InstalmentsInput = z.infer<typeof instalmentsInput>;

const useRateOf = day
  .optional()
  .describe('The day of a reference rate older than 30 days, if an admin wants to use it anyway.');
const reason = lines(1000);
const adminReason = reason
  .optional()
  .describe('Required from an admin who changes what is agreed in writing.');

/** Other instalments of an accepted pledge. */
export const changeInput = instalmentsInput
  .extend({ reason: adminReason })
  .meta({ id: 'OtherInstalments', description: 'Instalments to replace the open ones.' });
export type ChangeInput = z.infer<typeof changeInput>;

export const increaseInput = z
  .strictObject({
    amount: decimal.describe(`The increase. ${AMOUNT}`),
    ...scheduled,
    useRateOf,
  })
  .meta({ id: 'Increase', description: 'An increase of a pledge of money.' });
export type IncreaseInput = z.infer<typeof increaseInput>;

const evidence = z.strictObject({
  grade: z.enum(GRADES, `must be one of ${GRADES.join(', ')}`).optional(),
  url: webAddress.optional(),
  note: lines(1000).optional(),
  reference: line(100)
    .optional()
    .describe('The reference on the agreement or at the bank. Never public.'),
});

/** What of a movement a person says; which figure fits depends on the pledge. */
const moveFacts = {
  amount: decimal.optional().describe(`For money. ${AMOUNT}`),
  gpuHours: decimal.optional().describe(`For compute. ${GPU_HOURS}`),
  windows: windows.optional().describe('For compute: the GPUs. Their hours follow from them.'),
  occurredOn: day.optional().describe('The day it happened. The default is today.'),
  evidence: evidence
    .extend({
      fee: decimal
        .optional()
        .describe(
          `For money received: the bank’s fee. The amount is what was paid before the fee. Never public. ${AMOUNT}`,
        ),
    })
    .optional(),
  excess: z.boolean().optional().describe('To receive more than the promise, on purpose.'),
};

export const moveInput = z
  .strictObject(moveFacts)
  .meta({ id: 'NewMovement', description: 'An amount to move, its day and its evidence.' });
export type MoveInput = z.infer<typeof moveInput>;

const figure = { amount: true, gpuHours: true, windows: true } as const;

/** How much: of money an amount, of compute GPU-hours or windows. */
export const figureInput = moveInput.pick(figure);

/** What is taken back; with no figure, all that is outstanding. */
export const withdrawInput = figureInput.extend({
  agreed: z
    .boolean()
    .optional()
    .describe(
      'A signatory can’t withdraw what is agreed in writing, so `true` gets a 409. Use `POST /api/v1/pledges/{ref}/requests` instead. For an admin it changes nothing.',
    )
    .meta({ deprecated: true }),
  reason: adminReason,
});
export type WithdrawInput = z.infer<typeof withdrawInput>;
/** The same, recorded by an admin at the desk: always with why. */
export const withdrawalInput = withdrawInput.extend({ reason });

/** What a giver asks of an admin about an agreed pledge. */
const asked = { text: reason.describe('The reason, for admins. Never public.') };
const decided = {
  request: z.uuid('must be the id of a request'),
  reason: reason.describe('The giver gets it by email. It is public if an amount is withdrawn.'),
};

export const requestInput = z
  .discriminatedUnion(
    'kind',
    [
      instalmentsInput.extend({ kind: z.literal('postpone'), ...asked }),
      figureInput.extend({ kind: z.literal('reduce'), ...asked }),
      z.strictObject({ kind: z.literal('release'), ...asked }),
    ],
    { error: 'must be "postpone", "reduce" or "release"' },
  )
  .meta({
    id: 'NewRequest',
    description:
      'Ask to pay later with new instalments, to give less by an amount, or to be released from everything outstanding.',
  });
export type RequestInput = z.infer<typeof requestInput>;

export const decisionInput = z.strictObject(decided);
export type DecisionInput = z.infer<typeof decisionInput>;

const seen = {
  revision: z
    .int()
    .min(0)
    .default(0)
    .describe('The revision that you looked at. 0 if the giver has never changed the pledge.'),
};

/** Accepting takes the whole pledge: it needs no figure, and none is taken. */
export const acceptInput = moveInput.pick({ occurredOn: true }).extend({
  evidence: evidence.optional(),
  alone: z
    .boolean()
    .optional()
    .describe(
      'Accept an anonymous pledge now, on its own. This may identify its giver. To accept it with others, leave out `occurredOn` and `evidence`.',
    ),
  useRateOf,
  ...seen,
});

export const reasonInput = z.strictObject({ reason });
export const rejectInput = z.strictObject({ reason: lines(1000).optional(), ...seen });

const movementFile = z.strictObject({
  verb: z.enum(['accept', ...VERBS.filter((verb) => verb !== 'pledge')]),
  ...moveFacts,
  occurredOn: day,
});
export type MovementFile = z.infer<typeof movementFile>;

const fileFacts = {
  key: line(80),
  signatory: line(80),
  movements: z.array(movementFile).max(10_000).default([]),
};

/** A pledge in an initiative file, with what has happened to it. */
export const pledgeFile = z.discriminatedUnion(
  'kind',
  [funding.extend(fileFacts), compute.extend(fileFacts)],
  kindError,
);
export type PledgeFile = z.infer<typeof pledgeFile>;
