import { z } from 'zod';
import { PROBLEM_STATUS, problemType, type ProblemCode } from '../http/problem.ts';
import { batch, day, oldRate, window } from './shapes.ts';

export const MEANINGS: Record<ProblemCode, string> = {
  'invalid-input': 'Fields or parameters are wrong. `errors` names each one.',
  'no-longer-offered':
    'A field has a value we no longer accept. `errors` says what to use instead.',
  'malformed-json': 'The body isn’t valid JSON.',
  'malformed-request': 'We can’t read the request.',
  'idempotency-key-missing': 'The Idempotency-Key is missing or malformed.',
  unauthorised: 'The token is missing or unknown.',
  forbidden: 'The token or the role lacks the right to do this.',
  'touch-again': 'Use your passkey again first.',
  closed: 'The initiative is closed or doesn’t exist yet.',
  'not-found': 'There is nothing at this address.',
  gone: 'What was at this address is no longer shown.',
  'no-initiative': 'There is no initiative yet. Create it first.',
  conflict: 'The current state doesn’t allow this. `detail` says why.',
  'rate-too-old':
    'A reference rate is older than 30 days. Send the day in `useRateOf` to use the rate anyway. For an import, `oldRates` lists the pledges.',
  'over-draw': 'The stages hold less than that. `balances` or `windows` say how much.',
  'already-reversed': 'The batch was already reversed, or is itself a reversal.',
  'moved-on': 'The amount has moved on. `reverseFirst` names the batches to reverse first.',
  'still-running': 'A request with this Idempotency-Key is still running.',
  'body-too-large': 'The body is too large.',
  'unsupported-media-type': 'The body has the wrong content type.',
  'idempotency-key-reused': 'An earlier request used this Idempotency-Key.',
  'foreign-origin': 'Another website sent this form.',
  busy: 'The server is busy. Try again in a moment.',
  stopping: 'The server is stopping. `Retry-After` says when to try again.',
  'already-set-up': 'This deployment already has an initiative.',
  'link-spent': 'The link was used or has expired. Ask for a new one.',
  'confirm-again': 'Confirm your address again: sign in with a new link, then repeat the request.',
  'too-many': 'You’ve tried this too often. `retryAfter` says when to try again.',
  'payments-closed': 'Payments are closed. `detail` says why.',
  'payment-refused': 'Stripe refused the payment. Nothing was paid.',
  'signature-wrong': 'The webhook’s signature doesn’t match its secret.',
  'log-rolled-back':
    'The database lost entries that this server has shown. It records nothing until an admin has fixed that.',
  'signature-late': 'The webhook was signed too long ago.',
  internal: 'Something went wrong on the server.',
  unavailable: 'The database is down or too slow. Try again.',
};

const CODES = Object.keys(PROBLEM_STATUS) as ProblemCode[];

const byStage = <T extends z.ZodType>(what: T) => z.record(z.string(), what).optional();

export const problem = z
  .strictObject({
    type: z.enum(CODES.map(problemType)).describe('The stable code, for programs.'),
    title: z.string().describe('The code in words.'),
    status: z.int().min(400).max(599),
    detail: z.string().describe('What is wrong and what to do, for people.'),
    errors: z
      .array(
        z.strictObject({
          field: z.string().meta({ examples: ['instalments[0].amount'] }),
          message: z.string(),
        }),
      )
      .optional()
      .describe('Every wrong field, with its path in the body.'),
    balances: byStage(z.string()).describe('The amount or GPU-hours in each stage.'),
    windows: byStage(z.array(window)).describe('The GPU windows in each stage.'),
    reverseFirst: z.array(batch).optional(),
    payment: z
      .string()
      .optional()
      .describe('The code of the payment that Muster follows at Stripe under this reference.'),
    useRateOf: day.optional().describe('The day of the rate that is too old.'),
    oldRates: z.array(oldRate).optional(),
    retryAfter: z.int().min(1).optional().describe('Seconds to wait.'),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457).' });

export const byStatus = (codes: Iterable<ProblemCode>): Map<number, ProblemCode[]> =>
  Map.groupBy(new Set(codes), (code) => PROBLEM_STATUS[code]);
