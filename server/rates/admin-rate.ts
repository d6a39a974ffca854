import { z } from 'zod';
import { writeAs } from '../audit/audit.ts';
import type { Tx } from '../db/db.ts';
import * as rateTables from '../db/rates.ts';
import { isCurrency } from '../domain/asset.ts';
import { collector } from '../domain/collect-errors.ts';
import { checkNotInFuture } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { canonicalRate, type Rate } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { day, decimal, line, webAddress } from '../http/text.ts';
import { checkRunning, findInitiative } from '../initiative/read.ts';
import type { UseCase } from '../use-case.ts';
import { isStale, rateKey, referenceRates, SOURCES, type ReferenceRate } from './reference.ts';

/** In one direction: a dinar is 3.25 dollars (`perUnit`), or a dollar is 32.51 Taiwan dollars (`unitsPer`). */
export const adminRateInput = z.strictObject({
  currency: z.string().refine(isCurrency, { error: () => say().rates.notCurrency }),
  ratedOn: day,
  perUnit: decimal.optional().describe('What one unit is worth in the initiative’s currency.'),
  unitsPer: decimal.optional().describe('Or how many units make one of the initiative’s currency.'),
  source: line(200).describe('Where the rate is from.'),
  url: webAddress.optional(),
});
type AdminRateInput = z.infer<typeof adminRateInput>;

export type AdminRate = ReturnType<typeof draftAdminRate>;

export function draftAdminRate(input: AdminRateInput, base: string, now: Date) {
  const { currency, ratedOn, perUnit, unitsPer, source, url = null } = input;
  const check = collector();
  if (currency === base) check.refuse('currency', say().rates.ownCurrency);
  check.attempt(() => checkNotInFuture(ratedOn, now, 'ratedOn'));
  const [given, other] = perUnit === undefined ? [unitsPer, perUnit] : [perUnit, unitsPer];
  const field = perUnit === undefined ? 'unitsPer' : 'perUnit';
  const figure = given === undefined ? null : canonicalRate(given);
  if (given === undefined) check.refuse('perUnit', say().rates.perUnitMissing);
  else if (other !== undefined) check.refuse('unitsPer', say().rates.notBoth);
  else if (figure === null) check.refuse(field, say().rates.notDecimal('3.25'));
  check.done();
  const rate = field === 'perUnit' ? { num: figure!, den: '1' } : { num: '1', den: figure! };
  return { currency, ratedOn, ...rate, source, url };
}

const worthOf = ({ num, den }: Rate): number => Number(num) / Number(den);
const FAR = 3;

/**
 * Throws `conflict` if the ECB has a rate for that day anyway, and `invalid-input` for one far from its last. In a file
 * somebody may say that it `isRight`.
 */
export function checkNeeded(rate: AdminRate, known: Map<string, ReferenceRate>, isRight?: boolean) {
  const { currency, ratedOn, den } = rate;
  const reference = known.get(rateKey(currency, ratedOn));
  if (reference?.rateSource !== SOURCES.ecb) return;
  const rateOn = reference.rateOn!;
  if (!isStale(rateOn, ratedOn)) {
    throw new DomainError('conflict', say().rates.notNeeded(currency, rateOn, ratedOn));
  }
  const times = worthOf(rate) / worthOf(reference.rate);
  if (isRight || (times <= FAR && times >= 1 / FAR)) return;
  const why = say().rates.farFromEcb(rateOn, isRight !== undefined);
  throw fieldError(den === '1' ? 'perUnit' : 'unitsPer', why);
}

/** A statement takes 65,535 parameters. */
const ROWS_PER_INSERT = 2_000;

export async function insertAdminRates(tx: Tx, rates: readonly AdminRate[], createdAt: Date) {
  const rows = rates.map((rate) => Object.assign({ createdAt }, rate));
  const keys = new Set<string>();
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    const added = await tx
      .insert(rateTables.adminRate)
      .values(rows.slice(start, start + ROWS_PER_INSERT))
      .onConflictDoNothing()
      .returning({ currency: rateTables.adminRate.currency, on: rateTables.adminRate.ratedOn });
    for (const { currency, on } of added) keys.add(rateKey(currency, on));
  }
  const taken = rates.find(({ currency, ratedOn }) => !keys.has(rateKey(currency, ratedOn)));
  if (!taken) return;
  throw new DomainError('conflict', say().rates.rateExists(taken.currency, taken.ratedOn));
}

export const recordAdminRate: UseCase<AdminRateInput> = (ctx, actor, key, input) => {
  const object = `${input.currency} ${input.ratedOn}`;
  const deed = { right: 'record', act: 'rate.give', object } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const { currency: base } = checkRunning(await findInitiative(tx));
    const rate = draftAdminRate(input, base, ctx.now());
    const { currency: asset, ratedOn: on, num, den } = rate;
    checkNeeded(rate, await referenceRates(tx, base, [{ asset, on }]));
    await insertAdminRates(tx, [rate], ctx.now());
    const given = { num, den, source: SOURCES.admin };
    return { status: 201, body: { currency: asset, ratedOn: on, rate: given } };
  });
};
