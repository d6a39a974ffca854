import type { Refusal } from './state.ts';

export interface Fault {
  path: RegExp;
  /** Any, where none is given. */
  method?: 'GET' | 'POST';
  status?: 402 | 403 | 404 | 409 | 429 | 500 | 503;
  /** The connection breaks. The SDK itself asks once more after that: for an error, two `times`. */
  cut?: true;
  /** What was asked for happens first, and its answer is lost. */
  after?: true;
  /** Before the answer; with `after` between what happens and the answer. */
  delayMs?: number;
  /** How many requests meet it; one where none is given. */
  times?: number;
}

export interface Faults {
  add: (fault: Fault) => void;
  /** The fault that a request meets; an empty one for most. */
  take: (method: string, path: string) => Omit<Fault, 'path'>;
}

export function newFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => waiting.push({ fault, left: fault.times ?? 1 }),
    take(method, path) {
      const met = waiting.find(
        ({ fault, left }) =>
          left > 0 && fault.path.test(path) && (fault.method ?? method) === method,
      );
      if (met) met.left -= 1;
      return met?.fault ?? {};
    },
  };
}

/** What Stripe says with each status. */
export const FAULT_REFUSALS: Record<NonNullable<Fault['status']>, Refusal> = {
  402: { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' },
  403: { message: 'The provided key does not have the required permissions for this endpoint.' },
  404: { code: 'resource_missing', message: 'No such object.' },
  409: {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: 'There is currently another in-progress request using this idempotent key.',
  },
  429: { code: 'rate_limit', message: 'Request rate limit exceeded.' },
  500: { type: 'api_error', message: 'An unknown error occurred.' },
  503: { type: 'api_error', message: 'Stripe is not available at the moment.' },
};
