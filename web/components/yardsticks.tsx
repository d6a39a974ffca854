/** Compute set against published training runs: a sentence, then each run with its source. */
import { enoughFor, RUNS } from '../../server/domain/yardstick.ts';
import { OutwardLink } from './link.tsx';
import { Table } from './table.tsx';
import { t } from '../words.ts';

/** In H100-equivalent GPU-seconds of given compute; `secured` is what is agreed and what came. */
export interface YardsticksModel {
  secured: bigint;
  delivered: bigint;
}

/** The run that the sentence names. */
const NAMED = RUNS.find(({ name }) => name === 'DeepSeek-V3')!;

/** Nothing where nothing is secured. */
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
          rows={RUNS}
          columns={[
            [words.run, ({ name, source }) => <OutwardLink url={source.url}>{name}</OutwardLink>],
            [
              words.took,
              ({ gpuHours, gpu, rate }) => (
                <span>
                  {words.hours(gpuHours, gpu)}{' '}
                  <span class="quiet">{words.conversion(gpu, rate)}</span>
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
