import { z } from 'zod';
import { PROBLEM_STATUS, problemType, type ProblemCode } from '../http/problem.ts';
import { batch, day, oldRate, window } from './shapes.ts';

/** What each code means to who gets it. */
export const MEANINGS: Record<ProblemCode, string> = {
  'invalid-input': 'Fields or parameters are wrong; `errors` names each.',
  'no-longer-offered': 'A field has a value that was dropped; `errors` says what to use instead.',
  'malformed-json': 'The body isn’t valid JSON.',
  'malformed-request': 'The request cannot be read.',
  'idempotency-key-missing': 'There is no usable Idempotency-Key.',
  unauthorised: 'The token is missing or not known.',
  forbidden: 'The token or the role lacks the right to do this.',
  'touch-again': 'A passkey has to be touched again before this.',
  closed: 'The initiative is closed, or there is none yet.',
  'not-found': 'There is nothing of this address.',
  'no-initiative': 'There is no initiative yet: it comes first.',
  conflict: 'What it is about stands where this cannot be done.',
  'rate-too-old':
    'A reference rate is older than 30 days. `useRateOf` is the day to send to use it anyway; of an import, `oldRates` lists the pledges.',
  'over-draw': 'More than the stages hold; `balances` or `windows` tell what is there.',
  'already-reversed': 'The batch is reversed, or is itself a reversal.',
  'moved-on': 'The amount has moved on; `reverseFirst` names the batches to take back first.',
  'still-running': 'A request with this Idempotency-Key is still running.',
  'body-too-large': 'The body is larger than this address takes.',
  'unsupported-media-type': 'The body is of another type than the address takes.',
  'idempotency-key-reused': 'The Idempotency-Key came with another request before.',
  'foreign-origin': 'A form of another site was sent here.',
  busy: 'Others are being served; try again a little later.',
  stopping: 'The server is stopping; `Retry-After` says when to try again.',
  'already-set-up': 'This deployment has its initiative.',
  'link-spent': 'The link was used, or its time is over; ask for another.',
  'confirm-again': 'Prove the address anew: sign in by another link, then do it again.',
  'too-many': 'Too many of these for now; `retryAfter` tells when the next may come.',
  'payments-closed': 'Nothing can be paid here now; `detail` says why.',
  'payment-refused': 'Stripe does not take the payment as it is: nothing was paid.',
  'signature-wrong': 'The bytes of the webhook were not signed with its secret.',
  'log-rolled-back':
    'The database lost entries that this server has shown. Nothing is recorded until an admin has seen to it.',
  'signature-late': 'The webhook was signed too long ago.',
  internal: 'Something went wrong on the side of the server.',
  unavailable: 'The database can’t be reached, or takes too long. Try again.',
};

const CODES = Object.keys(PROBLEM_STATUS) as ProblemCode[];

const byStage = <T extends z.ZodType>(what: T) => z.record(z.string(), what).optional();

/** A refusal (RFC 9457). A rule that adds a field to its refusal names it here. */
export const problem = z
  .strictObject({
    type: z.enum(CODES.map(problemType)).describe('The stable code: programs go by this.'),
    title: z.string().describe('The code in words.'),
    status: z.int().min(400).max(599),
    detail: z.string().describe('What is wrong, and what to do, for a person.'),
    errors: z
      .array(
        z.strictObject({
          field: z.string().meta({ examples: ['instalments[0].amount'] }),
          message: z.string(),
        }),
      )
      .optional()
      .describe('Every wrong field, by its path in the body.'),
    balances: byStage(z.string()).describe('What each stage holds: amounts or GPU-hours.'),
    windows: byStage(z.array(window)).describe('The GPU windows that each stage holds.'),
    reverseFirst: z.array(batch).optional(),
    useRateOf: day.optional().describe('The day of the rate that is too old.'),
    oldRates: z.array(oldRate).optional(),
    retryAfter: z.int().min(1).optional().describe('Seconds.'),
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457).' });

/** Codes by the status that they come with. */
export const byStatus = (codes: Iterable<ProblemCode>): Map<number, ProblemCode[]> =>
  Map.groupBy(new Set(codes), (code) => PROBLEM_STATUS[code]);
