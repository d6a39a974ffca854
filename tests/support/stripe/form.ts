import { refused } from './state.ts';

/** What a request says, by the whole name: `line_items[0][quantity]`. */
export type Params = Map<string, string>;

export const paramsOf = (encoded: string): Params => new Map(new URLSearchParams(encoded));

/** The same as a tree, for whom reads what was asked. */
export function treeOf(params: Params): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const [name, value] of params) {
    const steps = name.split(/\]?\[|\]$/).filter((step, at) => at === 0 || step !== '');
    let place = tree;
    for (const [at, step] of steps.slice(0, -1).entries()) {
      place[step] ??= /^\d+$/.test(steps[at + 1]!) ? [] : {};
      place = place[step] as Record<string, unknown>;
    }
    place[steps.at(-1)!] = value;
  }
  return tree;
}

/** The entries of a hash or of a list, by what stands in the last brackets. */
export function entriesOf(params: Params, name: string): Record<string, string> {
  const start = `${name}[`;
  return Object.fromEntries(
    [...params]
      .filter(([key]) => key.startsWith(start))
      .map(([key, value]) => [key.slice(start.length, -1), value]),
  );
}

export function needed(params: Params, name: string): string {
  const value = params.get(name);
  if (value) return value;
  throw refused(400, {
    code: 'parameter_missing',
    message: `Missing required param: ${name}.`,
    param: name,
  });
}

/** A whole number that is not negative, or undefined where none is given. */
export function wholeOf(params: Params, name: string): number | undefined {
  const value = params.get(name);
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  throw refused(400, {
    code: 'parameter_invalid_integer',
    message: `Invalid integer: ${value}`,
    param: name,
  });
}

export function currencyOf(params: Params, name: string): string {
  const value = needed(params, name);
  if (/^[a-z]{3}$/.test(value)) return value;
  throw refused(400, { message: `Invalid currency: ${value}`, param: name });
}

/**
 * Refuses what a route does not take, so that a typo fails. `[]` in a name stands for an entry of a
 * list and `[*]` for a hash with names of any kind.
 */
export function refuseUnknown(params: Params, known: readonly string[]): void {
  for (const name of params.keys()) {
    const plain = name.replaceAll(/\[\d*\]/g, '[]');
    const isKnown = known.some((one) =>
      one.endsWith('[*]') ? plain.startsWith(one.slice(0, -2)) : one === plain,
    );
    if (isKnown) continue;
    throw refused(400, {
      code: 'parameter_unknown',
      message: `Received unknown parameter: ${name}`,
      param: name,
    });
  }
}
