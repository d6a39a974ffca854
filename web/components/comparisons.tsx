import { H100_TFLOPS, type Basis } from '../../server/domain/asset.ts';
import type { Day } from '../../server/domain/day.ts';
import { decimalFraction } from '../../server/domain/quantity.ts';
import { RUNS, enoughFor, significant } from '../../server/domain/yardstick.ts';
import { OutwardLink } from './link.tsx';
import { Table } from './table.tsx';
import { t } from '../words.ts';

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

export const Factors = ({ factors }: { factors: readonly FactorLine[] }) => (
  <section class="wide compute-part" id="h100e">
    <h2>{t.h100e.title}</h2>
    <p class="quiet">{t.h100e.lead}</p>
    <details>
      <summary>{t.h100e.summary}</summary>
      <Table
        class="figures-table"
        caption={t.h100e.title}
        rows={factors}
        columns={[
          [t.h100e.gpu, ({ model }) => model],
          [
            t.h100e.tflops,
            ({ tflops, basis }) => (
              <span>
                {tflops} <span class="quiet">{t.h100e.basis[basis]}</span>
              </span>
            ),
          ],
          [t.h100e.counts, ({ tflops }) => t.h100e.h100s(h100sOf(tflops))],
          [
            t.h100e.from,
            ({ holdsFrom }) => (holdsFrom === null ? t.h100e.always : t.date(holdsFrom)),
          ],
          [
            t.h100e.source,
            ({ url, source }) => (
              <span>
                <OutwardLink url={url}>{source}</OutwardLink>
              </span>
            ),
          ],
        ]}
      />
    </details>
  </section>
);

export interface WorthModel {
  /** In minor units. */
  secured: bigint;
  currency: string;
  price: { perHour: string; pricedOn: Day; source: string; url: string | null } | null;
}

export function Worth({ secured, currency, price }: WorthModel) {
  if (price === null || secured === 0n) return null;
  return (
    <section class="compute-part" id="worth">
      <h2>{t.worth.title}</h2>
      <p>{t.worth.sentence(secured, currency, price.perHour)}</p>
      <p class="quiet">
        {t.worth.price} {t.date(price.pricedOn)}:{' '}
        <OutwardLink url={price.url}>{price.source}</OutwardLink>. {t.worth.apart}
      </p>
    </section>
  );
}

/** In H100-equivalent GPU-seconds of given compute. */
export interface YardsticksModel {
  secured: bigint;
  delivered: bigint;
}

const NAMED = RUNS.find(({ name }) => name === 'DeepSeek-V3')!;

export function Yardsticks({ secured, delivered }: YardsticksModel) {
  const words = t.yardsticks;
  if (secured === 0n) return null;
  const isPart = delivered > 0n && delivered < secured;
  return (
    <section class="wide compute-part" id="yardsticks">
      <h2>{words.title}</h2>
      <p>
        {words.sentence(
          enoughFor(secured, NAMED),
          isPart ? enoughFor(delivered, NAMED) : null,
          NAMED.name,
        )}
      </p>
      <p class="quiet">{words.basis}</p>
      <details id="runs-fold">
        <summary>{words.all}</summary>
        <Table
          class="figures-table"
          caption={words.title}
          rows={RUNS}
          columns={[
            [words.run, ({ name, source }) => <OutwardLink url={source.url}>{name}</OutwardLink>],
            [
              words.took,
              ({ gpuHours, gpu, rate, estimate }) => (
                <span>
                  {words.hours(gpuHours, gpu)}{' '}
                  <span class="quiet">
                    {estimate ? words.estimated(estimate) : words.conversion(gpu, rate)}
                  </span>
                </span>
              ),
            ],
            [words.secured, (run) => words.enough(enoughFor(secured, run))],
            [
              words.delivered,
              (run) => (delivered > 0n ? words.enough(enoughFor(delivered, run)) : words.nothing),
            ],
          ]}
        />
      </details>
    </section>
  );
}
