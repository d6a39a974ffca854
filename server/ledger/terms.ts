import type * as schema from '../db/schema.ts';
import { assetOf, digitsOf } from '../domain/asset.ts';
import type { Instalment, Terms } from '../domain/pledge-book.ts';
import { windowOf } from './leaf.ts';

type PledgeRow = typeof schema.pledge.$inferSelect;

export const instalmentOf = ([dueOn, quantity]: PledgeRow['instalments'][number]): Instalment => ({
  dueOn,
  quantity: BigInt(quantity),
});

export function termsOf(
  row: Omit<PledgeRow, 'id' | 'createdAt'>,
  currency: string,
  { rate, rateOn, rateSource }: Pick<Terms, 'rate' | 'rateOn' | 'rateSource'>,
): Terms {
  const asset = assetOf(row.asset);
  return {
    asset,
    quantity: row.quantity,
    rate,
    rateOn,
    rateSource,
    baseDigits: asset.kind === 'funding' ? digitsOf(currency) : 0,
    source: row.source,
    site: row.site,
    windows: row.windows.map(windowOf),
    grant: row.fromOn && row.toOn ? { from: row.fromOn, to: row.toOn } : null,
    instalments: row.instalments.map(instalmentOf),
    condition: row.condition && { ...row.condition, reaches: BigInt(row.condition.reaches) },
    firm: row.firm,
  };
}

/** Null before acceptance. */
export const fixedRate = ({
  rateNum,
  rateDen,
  rateOn,
  rateSource,
}: Pick<PledgeRow, 'rateNum' | 'rateDen' | 'rateOn' | 'rateSource'>) =>
  rateNum === null || rateDen === null
    ? null
    : { rate: { num: rateNum, den: rateDen }, rateOn, rateSource: rateSource ?? '' };
