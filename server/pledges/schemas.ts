import { z } from 'zod';
import { isCurrency, isGpu } from '../domain/asset.ts';
import { DomainError } from '../domain/errors.ts';
import { GRADES } from '../domain/evidence.ts';
import { MAX_INSTALMENTS } from '../domain/schedule.ts';
import { VERBS } from '../domain/stage.ts';
import { canonicalAvailability } from '../domain/window.ts';
import { pathText } from '../http/parse.ts';
import { day, decimal, line, lines, webAddress } from '../http/text.ts';

const availability = z
  .union([z.string(), z.number()])
  .transform((value, check) => {
    const canonical = canonicalAvailability(value);
    if (canonical !== null) return canonical;
    check.addIssue('must be over 0 and at most 1, with at most four decimals');
    return z.NEVER;
  })
  .describe('The part of the time in (0, 1] that the GPUs are there.');

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
  reaches: decimal.describe('In the initiative’s currency, H100-equivalent hours, or a number.'),
  counts: z
    .enum(['committed', 'pledged'])
    .default('committed')
    .describe('Whether bare promises count too.'),
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
  note: lines(2000).optional(),
  condition: condition.optional(),
  firm: z
    .boolean()
    .default(false)
    .describe('Signed already: committed, not pledged, once its condition holds.'),
};

const scheduled = {
  instalments: z
    .array(z.strictObject({ dueOn: day, amount: decimal }))
    .min(1, 'must have at least one part')
    .max(MAX_INSTALMENTS, `has more than ${MAX_INSTALMENTS} instalments`)
    .optional()
    .describe('They add up to the amount.'),
  schedule: z
    .strictObject({
      every: z.enum(['month', 'quarter']),
      times: z.int().min(2, 'must be at least 2').max(120, 'must be at most 120'),
      firstOn: day,
    })
    .optional()
    .describe('In place of instalments: equal ones, of which the last takes the rest.'),
};

const funding = z.strictObject({
  kind: z.literal('funding'),
  asset: z.string().refine(isCurrency, 'must be a currency code of ISO 4217, such as USD'),
  amount: decimal.describe(AMOUNT),
  ...scheduled,
  purchaseOrder: line(100).optional().describe('A number that invoices must carry; never public.'),
  paidThrough: z
    .strictObject({ kind: z.enum(['fund', 'agency', 'employer']), name: line(200) })
    .optional()
    .describe('Who pays in the giver’s place, or matches it.'),
  ...common,
});

const compute = z.strictObject({
  kind: z.literal('compute'),
  asset: z.string().refine(isGpu, 'must be a GPU of the table, such as H100-SXM'),
  site: line(100)
    .optional()
    .describe('One location with one interconnect. Needed with a list of windows.'),
  provider: line(200).optional(),
  source: z
    .enum(['given', 'bought'])
    .default('given')
    .describe('Bought with the initiative’s own money: no contribution.'),
  windows: z
    .union([windows, grant], { error: 'must be a list of windows, or hours with days' })
    .describe('GPUs by their windows, or a grant that is stated in hours only.'),
  measuredBy: z
    .enum(['jobs', 'reservation'])
    .default('jobs')
    .describe('What counts as delivered: the hours of jobs, or those kept available.'),
  ...common,
});

const kindError = { error: 'must be "funding" or "compute"' };
const signatoryId = z.uuid('must be the id of a signatory');

/** What a pledge says, whoever gives it. */
export const newPledge = z
  .discriminatedUnion('kind', [funding, compute], kindError)
  .meta({ id: 'NewPledge', description: 'What a pledge of money or of compute says.' });
export type NewPledge = z.infer<typeof newPledge>;

const giver = {
  signatory: signatoryId.optional().describe('Whose it is: named by an admin, and by nobody else.'),
};

/** A pledge by the API. */
export const pledgeInput = z
  .discriminatedUnion('kind', [funding.extend(giver), compute.extend(giver)], kindError)
  .meta({ id: 'LoggedPledge', description: 'A pledge of money or of compute, to be logged.' });
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
  .describe('Of an admin, who needs one to change what is agreed in writing.');

/** Other instalments of an accepted pledge. */
export const changeInput = instalmentsInput
  .extend({ reason: adminReason })
  .meta({ id: 'OtherInstalments', description: 'Instalments in place of those still open.' });
export type ChangeInput = z.infer<typeof changeInput>;

export const increaseInput = z
  .strictObject({
    amount: decimal.describe(`What it grows by. ${AMOUNT}`),
    ...scheduled,
    useRateOf,
  })
  .meta({ id: 'Increase', description: 'An amount that a pledge of money grows by.' });
export type IncreaseInput = z.infer<typeof increaseInput>;

const evidence = z.strictObject({
  grade: z.enum(GRADES, `must be one of ${GRADES.join(', ')}`).optional(),
  url: webAddress.optional(),
  note: lines(1000).optional(),
  reference: line(100)
    .optional()
    .describe('By which the agreement or the bank knows it; never public.'),
});

/** What of a movement a person says; which figure fits depends on the pledge. */
const moveFacts = {
  amount: decimal.optional().describe(`Of money. ${AMOUNT}`),
  gpuHours: decimal.optional().describe(`Of compute. ${GPU_HOURS}`),
  windows: windows.optional().describe('Of compute: GPUs, whose hours follow.'),
  occurredOn: day.optional().describe('The day in the real world: today unless it is given.'),
  evidence: evidence
    .extend({
      fee: decimal
        .optional()
        .describe(
          `Of money received: what a bank kept of it. The amount is what was paid, before the fee. Never public. ${AMOUNT}`,
        ),
    })
    .optional(),
  excess: z
    .boolean()
    .optional()
    .describe('Of what is received: go beyond the promise, and mean it.'),
};

export const moveInput = z
  .strictObject(moveFacts)
  .meta({ id: 'NewMovement', description: 'A figure to move, its day and its evidence.' });
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
      'A signatory cannot withdraw what is agreed in writing: `true` is answered 409. Ask by `POST /api/v1/pledges/{ref}/requests`. It changes nothing for an admin.',
    )
    .meta({ deprecated: true }),
  reason: adminReason,
});
export type WithdrawInput = z.infer<typeof withdrawInput>;
/** The same, recorded by an admin at the desk: always with why. */
export const withdrawalInput = withdrawInput.extend({ reason });

/** What a giver asks of an admin about an agreed pledge. */
const asked = { text: reason.describe('Why: for the admins, never public.') };
const decided = {
  request: z.uuid('must be the id of a request'),
  reason: reason.describe('Mailed to the giver; public where it takes an amount back.'),
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
      'To pay later, with the instalments that are wanted; to give less, by how much; or to be released from all that is outstanding.',
  });
export type RequestInput = z.infer<typeof requestInput>;

export const decisionInput = z.strictObject(decided);
export type DecisionInput = z.infer<typeof decisionInput>;

const seen = {
  revision: z
    .int()
    .min(0)
    .default(0)
    .describe('The one that was looked at. 0 is what its giver has never changed.'),
};

/** Accepting takes the whole pledge: it needs no figure, and none is taken. */
export const acceptInput = moveInput.pick({ occurredOn: true }).extend({
  evidence: evidence.optional(),
  alone: z
    .boolean()
    .optional()
    .describe(
      'Accept an anonymous pledge now and by itself. This may identify its giver. Otherwise it is accepted together with others, which takes no `occurredOn` and no `evidence`.',
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
