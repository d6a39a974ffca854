import type Stripe from 'stripe';
import type { StripeConfig } from '../../config.ts';
import { DomainError } from '../../domain/errors.ts';

/** Stripe's own API, by the key of the recipient's account. */
export interface StripeClient {
  api: Stripe;
  livemode: boolean;
  webhookSecret: string;
  /** The account that the key belongs to; asked once. */
  account: () => Promise<string>;
  /** What a failure of a call is: a refusal with Stripe's own code, or something that passes. */
  failureOf: (error: unknown) => Failure | null;
  /** What Stripe said when it last refused the key itself; null once it has taken it again. */
  refusedKey: () => string | null;
  /** Keeps what the last call said of the key. */
  sawKey: (refusal: string | null) => void;
}

export interface Failure {
  /** Whether the same call may do better later. */
  passes: boolean;
  /** Whether it is the key that is refused, or something that it may not do. */
  ofKey: boolean;
  /** Whether the key is right, and lacks a permission: the same call fails until somebody gives it. */
  mayNot: boolean;
  /** Stripe's code: `amount_too_small`, `resource_missing`; null where it gave none. */
  code: string | null;
  message: string;
}

/** A reader of one of our pages waits for it. */
const TIMEOUT_MS = 20_000;

/**
 * Opens Stripe's API, which is loaded only where it is used: it costs 35 MB. Every call that makes
 * something is given an idempotency key of our own, so the retries of the library do it once.
 */
export async function openStripe(config: StripeConfig | null): Promise<StripeClient | null> {
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
    account: () => {
      account ??= api.accounts.retrieveCurrent().then(
        ({ id }) => id,
        (error: unknown) => {
          account = null;
          throw error;
        },
      );
      return account;
    },
    failureOf: (error) => {
      const own = error instanceof Refused ? error.cause : error;
      if (!(own instanceof Library.errors.StripeError)) return null;
      const { statusCode = 0, code, message } = own;
      // A wrong key is mended by whoever runs this; until then nothing is lost by trying again.
      const isRefusal = [400, 402, 404].includes(statusCode) && code !== 'lock_timeout';
      const mayNot = statusCode === 403;
      const ofKey = statusCode === 401 || mayNot;
      return { passes: !isRefusal, ofKey, mayNot, code: code ?? null, message };
    },
    refusedKey: () => refusal,
    sawKey: (said) => {
      refusal = said;
    },
  };
}

/**
 * A refusal of Stripe's. The library's own error carries the status of Stripe's answer, which would pass for
 * one of ours.
 */
class Refused extends Error {}

const AWAY = 'Stripe does not answer just now. Try again in a moment.';
const KEY_REFUSED =
  'Stripe refuses the key of this server, or what it asks by it. Whoever runs it has to look at STRIPE_SECRET_KEY.';

/**
 * Asks Stripe. Throws `busy` where it does not answer or cannot now: nothing of ours has changed, and the
 * same may be asked again. Of what else it throws, `failureOf` tells whether it is a refusal.
 */
export async function ask<T>(stripe: StripeClient, call: () => Promise<T>): Promise<T> {
  try {
    const answer = await call();
    stripe.sawKey(null);
    return answer;
  } catch (error) {
    const failure = stripe.failureOf(error);
    if (!failure) throw error;
    if (!failure.passes) throw new Refused(failure.message, { cause: error });
    if (failure.ofKey) stripe.sawKey(failure.message);
    throw new DomainError('busy', failure.ofKey ? KEY_REFUSED : AWAY, { cause: error });
  }
}

/** The account that the key belongs to; null where the key may not read that. Throws `busy`. */
export async function accountOf(stripe: StripeClient): Promise<string | null> {
  try {
    return await ask(stripe, stripe.account);
  } catch (error) {
    if (error instanceof DomainError && stripe.failureOf(error.cause)?.mayNot) return null;
    throw error;
  }
}

/** Asks Stripe for something that may not be there: null then. */
export async function find<T>(stripe: StripeClient, call: () => Promise<T>): Promise<T | null> {
  try {
    return await ask(stripe, call);
  } catch (error) {
    if (stripe.failureOf(error)?.code === 'resource_missing') return null;
    throw error;
  }
}

/** Stripe, for what cannot be done without. Throws `payments-closed`. */
export function requireStripe({ stripe }: { stripe: StripeClient | null }): StripeClient {
  if (stripe) return stripe;
  throw new DomainError(
    'payments-closed',
    'No payments go by Stripe here: STRIPE_SECRET_KEY is not set.',
  );
}
