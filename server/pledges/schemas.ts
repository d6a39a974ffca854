import { z } from 'zod';
import { isCurrency, isGpu, isRetired, type Kind } from '../domain/asset.ts';
import { DETAILS, detailNames, type DetailOf } from '../domain/details.ts';
import { DomainError } from '../domain/errors.ts';
import { GRADES } from '../domain/evidence.ts';
import { say } from '../domain/say.ts';
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
    check.addIssue(say().pledges.badAvailability);
    return z.NEVER;
  })
  .describe('The share of time that the GPUs are available: above 0, at most 1.');

const AMOUNT = 'In major units of the currency, with at most its digits: "1250.50".';
const GPU_HOURS = 'With at most two decimals: "1000" or "1000.25".';
const FIRST_DAY_WITHOUT = 'The first day without: windows are half-open.';

const windows = z
  .array(
    z.strictObject({
      gpus: z
        .int()
        .min(1, { error: () => say().pledges.atLeast(1) })
        .max(1_000_000, { error: () => say().pledges.tooManyGpus }),
      from: day,
      to: day.describe(FIRST_DAY_WITHOUT),
      availability: availability.default('1'),
    }),
  )
  .min(1, { error: () => say().pledges.noWindow })
  .max(200, { error: () => say().pledges.tooManyWindows(200) });

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
    const message = say().pledges.amountHidden;
    throw new DomainError('no-longer-offered', `${field}: ${message}`, {
      fields: [{ field, message }],
    });
  },
});
export type Visibility = z.infer<typeof visibility>;

const detailSchemas = <K extends Kind>(kind: K) =>
  Object.fromEntries(
    detailNames(undefined, kind).map((name) => {
      const { most, hasLines, about } = DETAILS[name];
      return [name, (hasLines ? lines : line)(most).optional().describe(about)];
    }),
  ) as Record<DetailOf<K>, z.ZodOptional<ReturnType<typeof line>>>;

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
    .min(1, { error: () => say().pledges.noInstalment })
    .max(MAX_INSTALMENTS, { error: () => say().pledges.tooManyInstalments(MAX_INSTALMENTS) })
    .optional()
    .describe('Instalments that add up to the amount.'),
  schedule: z
    .strictObject({
      every: z.enum(['month', 'quarter']),
      times: z
        .int()
        .min(2, { error: () => say().pledges.atLeast(2) })
        .max(120, { error: () => say().pledges.atMost(120) }),
      firstOn: day,
    })
    .optional()
    .describe('Instead of instalments: equal ones. The last one takes the remainder.'),
};

const currency = z.string().refine(isCurrency, { error: () => say().rates.notCurrency });

const funding = z.strictObject({
  kind: z.literal('funding'),
  asset: currency.refine((code) => !isRetired(code), { error: () => say().rates.notCurrency }),
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
  asset: z.string().refine(isGpu, { error: () => say().pledges.notGpu }),
  site: line(100)
    .optional()
    .describe('One location with one interconnect. Required with a list of windows.'),
  source: z
    .enum(['given', 'bought'])
    .default('given')
    .describe('Bought with the initiative’s own money. It doesn’t count as a contribution.'),
  windows: z
    .union(
      [
        windows,
        z.strictObject({
          gpuHours: decimal.describe(GPU_HOURS),
          from: day,
          to: day.describe(FIRST_DAY_WITHOUT),
        }),
      ],
      { error: () => say().pledges.notWindows },
    )
    .describe('Windows of GPUs, or a grant given in hours only.'),
  measuredBy: z
    .enum(['jobs', 'reservation'])
    .default('jobs')
    .describe('What counts as delivered: the hours of jobs, or hours kept available.'),
  ...detailSchemas('compute'),
  ...common,
});

const kindError = { error: () => say().pledges.notKind };

/** One that was made before may be in a currency that was money then. */
const pastFunding = funding.extend({ asset: currency });
export const pastPledge = z.discriminatedUnion('kind', [pastFunding, compute], kindError);

export const newPledge = z
  .discriminatedUnion('kind', [funding, compute], kindError)
  .meta({ id: 'NewPledge', description: 'A pledge of money or compute.' });
export type NewPledge = z.infer<typeof newPledge>;

const giver = {
  signatory: z
    .uuid({ error: () => say().pledges.notSignatoryId })
    .optional()
    .describe('The giver. Only an admin sends this.'),
};

export const pledgeInput = z
  .discriminatedUnion('kind', [funding.extend(giver), compute.extend(giver)], kindError)
  .meta({ id: 'LoggedPledge', description: 'A pledge of money or compute to log.' });
export type PledgeInput = z.infer<typeof pledgeInput>;

const instalmentsInput = z
  .strictObject(scheduled)
  .meta({ id: 'NewInstalments', description: 'Instalments, or a schedule that makes them.' });
export type InstalmentsInput = z.infer<typeof instalmentsInput>;

export const rateDay = day
  .optional()
  .describe('The day of a reference rate older than 30 days, if an admin wants to use it anyway.');
export const reasonText = lines(1000);
const adminReason = reasonText
  .optional()
  .describe('Required from an admin who changes what is agreed in writing.');

export const changeInput = instalmentsInput
  .extend({ reason: adminReason })
  .meta({ id: 'OtherInstalments', description: 'Instalments to replace the open ones.' });
export type ChangeInput = z.infer<typeof changeInput>;

export const increaseInput = z
  .strictObject({
    amount: decimal.describe(`The increase. ${AMOUNT}`),
    ...scheduled,
    useRateOf: rateDay,
  })
  .meta({ id: 'Increase', description: 'An increase of a pledge of money.' });
export type IncreaseInput = z.infer<typeof increaseInput>;

export const evidenceInput = z.strictObject({
  grade: z.enum(GRADES).optional(),
  url: webAddress.optional(),
  note: lines(1000).optional(),
  reference: line(100)
    .optional()
    .describe('The reference on the agreement or at the bank. Never public.'),
});

export const moveInput = z
  .strictObject({
    amount: decimal.optional().describe(`For money. ${AMOUNT}`),
    gpuHours: decimal.optional().describe(`For compute. ${GPU_HOURS}`),
    windows: windows.optional().describe('For compute: the GPUs. Their hours follow from them.'),
    occurredOn: day.optional().describe('The day it happened. The default is today.'),
    evidence: evidenceInput
      .extend({
        fee: decimal
          .optional()
          .describe(
            `For money received: the bank’s fee. The amount is what was paid before the fee. Never public. ${AMOUNT}`,
          ),
        creditedAmount: decimal
          .optional()
          .describe(
            'For money that the bank credited in another currency: how much. It must be the amount less the fee, at `creditedRate`. Never public.',
          ),
        creditedCurrency: line(3).optional(),
        creditedRate: decimal.optional().describe('Credited units per unit that was paid.'),
      })
      .optional(),
    excess: z.boolean().optional().describe('To receive more than the promise, on purpose.'),
  })
  .meta({ id: 'NewMovement', description: 'An amount to move, its day and its evidence.' });
export type MoveInput = z.infer<typeof moveInput>;

const figureInput = moveInput.pick({ amount: true, gpuHours: true, windows: true });

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
export const withdrawalInput = withdrawInput.extend({ reason: reasonText });

const asked = { text: reasonText.describe('The reason, for admins. Never public.') };
export const requestInput = z
  .discriminatedUnion(
    'kind',
    [
      instalmentsInput.extend({ kind: z.literal('postpone'), ...asked }),
      figureInput.extend({ kind: z.literal('reduce'), ...asked }),
      z.strictObject({ kind: z.literal('release'), ...asked }),
    ],
    { error: () => say().pledges.notRequestKind },
  )
  .meta({
    id: 'NewRequest',
    description:
      'Ask to pay later with new instalments, to give less by an amount, or to be released from everything outstanding.',
  });
export type RequestInput = z.infer<typeof requestInput>;

export const reasonInput = z.strictObject({ reason: reasonText });
export type ReasonInput = z.infer<typeof reasonInput>;

const movementFile = z.strictObject({
  verb: z.enum(['accept', ...VERBS.filter((verb) => verb !== 'pledge')]),
  ...moveInput.shape,
  occurredOn: day,
});
export type MovementFile = z.infer<typeof movementFile>;

const fileFacts = {
  key: line(80),
  signatory: line(80),
  movements: z.array(movementFile).max(10_000).default([]),
};

export const pledgeFile = z.discriminatedUnion(
  'kind',
  [pastFunding.extend(fileFacts), compute.extend(fileFacts)],
  kindError,
);
export type PledgeFile = z.infer<typeof pledgeFile>;
