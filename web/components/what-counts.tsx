import { formatAmount, formatGpuHours } from '../../server/domain/quantity.ts';
import { fullAmount, gpuHours } from '../format.ts';
import type { Messages } from '../messages/en.ts';
import type { HomePage, Money, Volume } from '../model.ts';
import { MilestoneTable, securedOf } from './milestones.tsx';

type Row = keyof Messages['whatCounts']['stages'];

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

/** What each stage means, with the exact figures for whoever wants to add them up. */
export function WhatCounts({ page, t }: { page: HomePage; t: Messages }) {
  const { money, volume, concurrency } = page;
  return (
    <details id="what-counts-fold">
      <summary>{t.whatCounts.title}</summary>
      <div id="what-counts">
        <StageTable money={money} t={t} />
        {volume && <HoursTable volume={volume} t={t} />}
        {concurrency && <p>{t.whatCounts.gpus}</p>}
        <MilestoneTable page={page} t={t} />
      </div>
    </details>
  );
}

const amountIn = (money: Money, row: Row): bigint =>
  row === 'secured' ? securedOf(money) : money.stages[row];

function StageTable({ money, t }: { money: Money | null; t: Messages }) {
  const { stage, meaning, exact, stages } = t.whatCounts;
  return (
    <table class="stages">
      <thead>
        <tr>
          <th scope="col">{stage}</th>
          <th scope="col">{meaning}</th>
          {money && <th scope="col">{exact}</th>}
        </tr>
      </thead>
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

function HoursTable({ volume, t }: { volume: Volume; t: Messages }) {
  return (
    <table class="hours">
      <thead>
        <tr>
          <th scope="col">{t.whatCounts.model}</th>
          <th scope="col">{t.delivered}</th>
          <th scope="col">{t.stillAgreed}</th>
          <th scope="col">{t.pledged}</th>
        </tr>
      </thead>
      <tbody>
        {volume.models.map((model) => (
          <HoursRow key={model.asset} name={model.asset} hours={model} />
        ))}
        {volume.models.length > 1 && <HoursRow name={t.whatCounts.total} hours={volume} />}
      </tbody>
    </table>
  );
}

interface HoursRowProps {
  name: string;
  hours: Pick<Volume, 'delivered' | 'committed' | 'pledged'>;
}

const HoursRow = ({ name, hours: { delivered, committed, pledged } }: HoursRowProps) => (
  <tr>
    <th scope="row">{name}</th>
    {[delivered, committed, pledged].map((gpuSeconds, index) => (
      <td key={index}>
        <data value={formatGpuHours(gpuSeconds)}>{gpuHours(gpuSeconds)}</data>
      </td>
    ))}
  </tr>
);
