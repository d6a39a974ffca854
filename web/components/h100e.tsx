/** What H100-equivalents rest on, and what money would buy by a price that somebody gave. */
import { H100_TFLOPS, type Basis } from '../../server/domain/asset.ts';
import type { Day } from '../../server/domain/day.ts';
import { decimalFraction } from '../../server/domain/quantity.ts';
import { significant } from '../../server/domain/yardstick.ts';
import { h100e, worth } from '../messages/en-h100e.ts';
import { OutwardLink } from './link.tsx';

export interface FactorLine {
  model: string;
  tflops: string;
  basis: Basis;
  source: string;
  url: string | null;
  /** Null: from the beginning. */
  holdsFrom: Day | null;
}

/** Five digits at most: 2250 ÷ 989.4 is "2.2741". */
function h100sOf(tflops: string): string {
  const [num, den] = [decimalFraction(tflops), decimalFraction(H100_TFLOPS)];
  const shown = significant(
    num.scaled * 10n ** BigInt(den.digits),
    den.scaled * 10n ** BigInt(num.digits),
    5,
  );
  return shown.replace(/\.?0+$/, '');
}

/** Every factor with its basis and its source; a model that was given another one has several. */
export const Factors = ({ factors }: { factors: readonly FactorLine[] }) => (
  <section class="wide compute-part" id="h100e">
    <h2>{h100e.title}</h2>
    <p class="quiet">{h100e.lead}</p>
    <details>
      <summary>{h100e.summary}</summary>
      <table class="figures-table">
        <thead>
          <tr>
            <th scope="col">{h100e.gpu}</th>
            <th scope="col">{h100e.tflops}</th>
            <th scope="col">{h100e.counts}</th>
            <th scope="col">{h100e.from}</th>
            <th scope="col">{h100e.source}</th>
          </tr>
        </thead>
        <tbody>
          {factors.map((factor) => (
            <tr key={`${factor.model} ${factor.holdsFrom}`}>
              <th scope="row">{factor.model}</th>
              <td data-label={h100e.tflops}>
                <span>
                  {factor.tflops} <span class="quiet">{h100e.basis[factor.basis]}</span>
                </span>
              </td>
              <td data-label={h100e.counts}>{h100e.h100s(h100sOf(factor.tflops))}</td>
              <td data-label={h100e.from}>
                {factor.holdsFrom === null ? h100e.always : h100e.day(factor.holdsFrom)}
              </td>
              <td data-label={h100e.source}>
                <span>
                  <OutwardLink url={factor.url}>{factor.source}</OutwardLink>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  </section>
);

export interface WorthModel {
  /** Secured money, in minor units of the initiative's currency. */
  secured: bigint;
  currency: string;
  /** Null while nobody has given one: then nothing is said. */
  price: { perHour: string; pricedOn: Day; source: string; url: string | null } | null;
}

export function Worth({ secured, currency, price }: WorthModel) {
  if (price === null || secured === 0n) return null;
  return (
    <section class="compute-part" id="worth">
      <h2>{worth.title}</h2>
      <p>{worth.sentence(secured, currency, price.perHour)}</p>
      <p class="quiet">
        {worth.price} {worth.day(price.pricedOn)}:{' '}
        <OutwardLink url={price.url}>{price.source}</OutwardLink>. {worth.apart}
      </p>
    </section>
  );
}
