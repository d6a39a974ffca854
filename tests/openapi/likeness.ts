/** The fields whose values are random, and the newest day of the rates that are bundled. */
const RANDOM = new Set(['id', 'ref', 'batch', 'root', 'newest', 'session', 'code', 'request']);

/** Where one pays: a stand-in's address is another one, as long as that is. */
const PAY_PAGE = 'https://checkout.stripe.com/';

/**
 * Compares answers with the examples. Where the document has an example of a random code, the server
 * has another one: which, is learned from the first answer that has it, and holds from then on.
 */
export function likeness() {
  const real = new Map<string, string>();
  const learn = (example: unknown, actual: unknown): void => {
    if (typeof example !== 'object' || typeof actual !== 'object') return;
    for (const [name, value] of Object.entries(example ?? {})) {
      const own = (actual as Record<string, unknown> | null)?.[name];
      const isNew = typeof value === 'string' && typeof own === 'string' && !real.has(value);
      const isRandom = isNew && RANDOM.has(name) && value.length === own.length;
      if (isRandom || (isNew && value.startsWith(PAY_PAGE))) real.set(value, own);
      else learn(value, own);
    }
  };
  const sent = <T>(example: T): T => {
    let text = JSON.stringify(example);
    for (const [code, own] of real) text = text.replaceAll(code, own);
    return JSON.parse(text) as T;
  };
  return {
    /** What an example's code is here, where no answer tells. */
    is: (example: string, own: string) => real.set(example, own),
    /** A part of a request, with the codes that the server gave. */
    sent,
    expected: (example: unknown): unknown => unsigned(sent(example)),
    answered: (example: unknown, actual: unknown): unknown => {
      learn(example, actual);
      return unsigned(actual);
    },
  };
}

/** A signed note without its signature: who verifies it is tests/ledger. */
const unsigned = (answer: unknown): unknown =>
  typeof answer === 'string' ? answer.replace(/^(— \S+ ).*$/m, '$1') : answer;
