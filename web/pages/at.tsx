/** /at/:size, which is cited: the figures of one checkpoint, and what changed since the one before. */
import { STAGES } from '../../server/domain/stage.ts';
import { citationOf, headlinesOf, Lead } from '../components/figures.tsx';
import { Cite } from '../components/look.tsx';
import { Table } from '../components/table.tsx';
import type { Frame, HomePage } from '../data/home.ts';
import { count, fullAmount, gpuHours } from '../format.ts';
import { t } from '../words.ts';
import { renderPage } from './frame.tsx';

/** Of one checkpoint. */
export interface FiguresAt extends Pick<HomePage, 'asOf' | 'money' | 'concurrency' | 'volume'> {
  signatories: { person: number; organisation: number };
}

export interface AtPage extends Frame, FiguresAt {
  before: FiguresAt | null;
  note: string;
}

export function renderAt(page: AtPage): string {
  const { asOf, before, note } = page;
  const citation = citationOf(page);
  const title = t.at.title(asOf.at);
  return renderPage({
    page,
    title,
    description: citation,
    current: 'none',
    downloads: [{ href: '/data/movements.csv', text: t.lists.csv }],
    island: 'cite.js',
    children: (
      <>
        <section class="title">
          <h1>{title}</h1>
          <p class="quiet">
            {t.at.lead(asOf.size)} <a href="/">{t.at.present}</a>
          </p>
        </section>
        <div class="figures">
          {headlinesOf(page, t.cite.day).map((headline, index) => (
            <div
              key={headline.after}
              class={`figure ${index === 0 && page.money ? 'money' : 'gpus'}`}
            >
              <Lead {...headline} />
            </div>
          ))}
        </div>
        <section class="own wide">
          <h2>{t.at.exactly}</h2>
          <Table
            class="figures-table"
            rows={rowsOf(page)}
            columns={[
              [t.at.figure, ([label]) => label],
              [t.at.amount, ([, now]) => now],
              ...(before
                ? [[t.at.change(before.asOf.size), ([, , change]: Row) => change] as const]
                : []),
            ]}
          />
          <p class="after">
            {before && <a href={`/at/${before.asOf.size}`}>{t.at.earlier(before.asOf.at)}</a>}{' '}
            <a href={`/ledger?cursor=${asOf.size}`}>{t.at.entries}</a>
          </p>
          <Cite text={citation} />
        </section>
        <section class="own wide">
          <h2>{t.check.title}</h2>
          <p>{t.check.checkpoint(asOf.size)}</p>
          <pre>{note.trimEnd()}</pre>
        </section>
      </>
    ),
  });
}

type Line = [label: string, amount: bigint | number, text: (amount: bigint) => string];

function linesOf({ money, concurrency, volume, signatories }: FiguresAt, currency: string): Line[] {
  const inMoney = (amount: bigint) => fullAmount(amount, currency);
  const { site, all } = concurrency?.held ?? {};
  return [
    [t.at.goal, money?.target ?? 0n, inMoney],
    ...STAGES.map((stage): Line => [
      t.whatCounts.stages[stage][0],
      money?.stages[stage] ?? 0n,
      inMoney,
    ]),
    [t.at.gpusGoal, concurrency?.target ?? 0, count],
    [t.at.site, site?.gpus ?? 0, count],
    [t.at.all, all?.gpus ?? 0, count],
    [t.at.hours(t.delivered), volume?.delivered ?? 0n, gpuHours],
    [t.at.hours(t.committed), volume?.committed ?? 0n, gpuHours],
    [t.at.hours(t.pledged), volume?.pledged ?? 0n, gpuHours],
    [t.at.people, signatories.person, count],
    [t.at.organisations, signatories.organisation, count],
  ];
}

type Row = [label: string, now: string, change: string];

/** Both have the same lines in the same order; those with nothing in either are left out. */
function rowsOf(page: AtPage): Row[] {
  // A goal of money may have been removed since.
  const { currency = '' } = page.money ?? page.before?.money ?? {};
  const earlier = page.before && linesOf(page.before, currency);
  return linesOf(page, currency).flatMap(([label, amount, text], index): Row[] => {
    const [now, was] = [BigInt(amount), BigInt(earlier?.[index]?.[1] ?? 0)];
    if (now === 0n && was === 0n) return [];
    const more = now > was ? `+${text(now - was)}` : `−${text(was - now)}`;
    return [[label, text(now), now === was ? '–' : more]];
  });
}
