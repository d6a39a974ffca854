import type { StripeConfig } from '../config.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';

export type StripeClient = NonNullable<Awaited<ReturnType<typeof openStripe>>>;

export interface Failure {
  isPassing: boolean;
  ofKey: boolean;
  lacksPermission: boolean;
  /** `amount_too_small`, `resource_missing` …; null where Stripe gave none. */
  code: string | null;
  message: string;
}

const TIMEOUT_MS = 20_000;

/** The library costs 35 MB where it is used. Our idempotency keys make its retries safe. */
export async function openStripe(config: StripeConfig | null) {
  if (!config) return null;
  const { default: Library } = await import('stripe');
  const { hostname, port } = new URL(config.apiUrl ?? 'https://api.stripe.com');
  const api = new Library(config.secretKey, {
    telemetry: false,
    maxNetworkRetries: 2,
    timeout: TIMEOUT_MS,
    ...(config.apiUrl && { protocol: 'http' as const, host: hostname, port }),
  });
  let account: Promise<string> | null = null;
  let refusal: string | null = null;
  return {
    api,
    livemode: config.livemode,
    webhookSecret: config.webhookSecret,
    account: (): Promise<string> => {
      account ??= api.accounts.retrieveCurrent().then(
        ({ id }) => id,
        (error: unknown) => {
          account = null;
          throw error;
        },
      );
      return account;
    },
    failureOf: (error: unknown): Failure | null => {
      const own = error instanceof Refused ? error.cause : error;
      if (!(own instanceof Library.errors.StripeError)) return null;
      const { statusCode = 0, code, message } = own;
      // A wrong key can be corrected, so 401 and 403 are no refusals.
      const isRefusal = [400, 402, 404].includes(statusCode) && code !== 'lock_timeout';
      const lacksPermission = statusCode === 403;
      const ofKey = statusCode === 401 || lacksPermission;
      return { isPassing: !isRefusal, ofKey, lacksPermission, code: code ?? null, message };
    },
    /** Null once Stripe has accepted the key again. */
    refusedKey: (): string | null => refusal,
    sawKey: (said: string | null): void => {
      refusal = said;
    },
  };
}

/** Hides the library's error, whose status would pass for ours. */
class Refused extends Error {}

/** Throws `busy` where Stripe doesn't answer; `failureOf` tells a refusal. */
export async function ask<T>(stripe: StripeClient, call: () => Promise<T>): Promise<T> {
  try {
    const answer = await call();
    stripe.sawKey(null);
    return answer;
  } catch (error) {
    const failure = stripe.failureOf(error);
    if (!failure) throw error;
    if (!failure.isPassing) throw new Refused(failure.message, { cause: error });
    if (failure.ofKey) stripe.sawKey(failure.message);
    const { stripeKeyRefused, stripeAway } = say().payments;
    throw new DomainError('busy', failure.ofKey ? stripeKeyRefused : stripeAway, { cause: error });
  }
}

/** Null where the key may not read it. Throws `busy`. */
export async function accountOf(stripe: StripeClient): Promise<string | null> {
  try {
    return await ask(stripe, stripe.account);
  } catch (error) {
    if (error instanceof DomainError && stripe.failureOf(error.cause)?.lacksPermission) return null;
    throw error;
  }
}

export async function find<T>(stripe: StripeClient, call: () => Promise<T>): Promise<T | null> {
  try {
    return await ask(stripe, call);
  } catch (error) {
    if (stripe.failureOf(error)?.code === 'resource_missing') return null;
    throw error;
  }
}

/** Throws `payments-closed`. */
export function requireStripe({ stripe }: { stripe: StripeClient | null }): StripeClient {
  if (stripe) return stripe;
  throw new DomainError('payments-closed', say().payments.noStripe);
}
