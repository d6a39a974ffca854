/** Compute set against published training runs: a sentence, then each run with its source. */
import { enoughFor, RUNS } from '../../server/domain/yardstick.ts';
import { yardsticks as t } from '../messages/en-yardsticks.ts';
import { OutwardLink } from './link.tsx';

/** In H100-equivalent GPU-seconds of given compute; `secured` is what is agreed and what came. */
export interface YardsticksModel {
  secured: bigint;
  delivered: bigint;
}

/** The run that the sentence names. */
const NAMED = RUNS.find(({ name }) => name === 'DeepSeek-V3')!;

/** Nothing where nothing is secured. */
export function Yardsticks({ secured, delivered }: YardsticksModel) {
  if (secured === 0n) return null;
  const isPart = delivered > 0n && delivered < secured;
  return (
    <section class="wide compute-part" id="yardsticks">
      <h2>{t.title}</h2>
      <p>
        {t.sentence(
          enoughFor(secured, NAMED),
          isPart ? enoughFor(delivered, NAMED) : null,
          NAMED.name,
        )}
      </p>
      <p class="quiet">{t.basis}</p>
      <details id="runs-fold">
        <summary>{t.all}</summary>
        <table class="figures-table">
          <thead>
            <tr>
              <th scope="col">{t.run}</th>
              <th scope="col">{t.took}</th>
              <th scope="col">{t.secured}</th>
              <th scope="col">{t.delivered}</th>
            </tr>
          </thead>
          <tbody>
            {RUNS.map((run) => (
              <tr key={run.name}>
                <th scope="row">
                  <OutwardLink url={run.source.url}>{run.name}</OutwardLink>
                </th>
                <td data-label={t.took}>
                  <span>
                    {t.hours(run.gpuHours, run.gpu)}{' '}
                    <span class="quiet">{t.conversion(run.gpu, run.rate)}</span>
                  </span>
                </td>
                <td data-label={t.secured}>{t.enough(enoughFor(secured, run))}</td>
                <td data-label={t.delivered}>
                  {delivered > 0n ? t.enough(enoughFor(delivered, run)) : t.nothing}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
