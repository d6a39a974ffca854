import { formatAmount, formatGpuHours } from '../../server/domain/quantity.ts';
import { citationOf, MilestoneTable, securedOf } from './figures.tsx';
import { Cite, LookLinks } from './look.tsx';
import { Heads, Table } from './table.tsx';
import type { HomePage, Money, Volume } from '../data/home.ts';
import { fullAmount, gpuHours, roundedAmount } from '../format.ts';
import { t, type Words } from '../words.ts';

export function Footer({ page }: { page: HomePage }) {
  return (
    <footer>
      <p class="updated">
        <a href="/how-we-know">{t.check.title}</a>{' '}
        <span>
          {t.lists.download} <a href="/data/pledges.csv">{t.lists.csv}</a>{' '}
          <a href="/api/v1/progress">{t.lists.json}</a> <a href="/docs">{t.lists.api}</a>
        </span>
      </p>
      <WhatCounts page={page} />
      <Cite text={citationOf(page)} />
      <LookLinks look={page.initiative.look} />
    </footer>
  );
}

type Row = keyof Words['whatCounts']['stages'];

const ROWS: Row[] = [
  'secured',
  'received',
  'committed',
  'pledged',
  'waiting',
  'disputed',
  'refunded',
  'withdrawn',
  'lapsed',
];

export function WhatCounts({ page }: { page: HomePage }) {
  const { money, volume, concurrency } = page;
  return (
    <details id="what-counts-fold">
      <summary>{t.whatCounts.title}</summary>
      <div id="what-counts">
        <StageTable money={money} />
        {money && money.restricted > 0n && (
          <p>{t.pledgeForm.restricted(roundedAmount(money.restricted, money.currency))}</p>
        )}
        {volume && <HoursTable volume={volume} />}
        {concurrency && <p>{t.whatCounts.gpus}</p>}
        <MilestoneTable page={page} />
      </div>
    </details>
  );
}

const amountIn = (money: Money, row: Row): bigint =>
  row === 'secured' ? securedOf(money) : money.stages[row];

function StageTable({ money }: { money: Money | null }) {
  const { stage, meaning, exact, stages } = t.whatCounts;
  return (
    <table class="stages">
      <Heads of={[stage, meaning, ...(money ? [exact] : [])]} />
      <tbody>
        {ROWS.map((row) => (
          <tr key={row} data-stage={row}>
            <th scope="row">{stages[row][0]}</th>
            <td>{stages[row][1]}</td>
            {money && (
              <td>
                <Amount minor={amountIn(money, row)} currency={money.currency} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Amount = ({ minor, currency }: { minor: bigint; currency: string }) => (
  <data value={formatAmount(minor, currency)}>{fullAmount(minor, currency)}</data>
);

const hours = (gpuSeconds: bigint) => (
  <data value={formatGpuHours(gpuSeconds)}>{gpuHours(gpuSeconds)}</data>
);

function HoursTable({ volume }: { volume: Volume }) {
  const { models } = volume;
  const total = { ...volume, asset: t.whatCounts.total };
  return (
    <Table
      class="hours"
      rows={models.length > 1 ? [...models, total] : models}
      columns={[
        [t.whatCounts.model, ({ asset }) => asset],
        [t.delivered, ({ delivered }) => hours(delivered)],
        [t.stillAgreed, ({ committed }) => hours(committed)],
        [t.pledged, ({ pledged }) => hours(pledged)],
      ]}
    />
  );
}
