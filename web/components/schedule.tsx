import type { Day } from '../../server/domain/day.ts';
import type { MonthOfPledge } from '../../server/domain/hours-by-month.ts';
import type { FilledInstalment } from '../../server/domain/schedule.ts';
import { Heads, Table } from './table.tsx';
import type { PledgePage } from '../data/pages.ts';
import { fullAmount } from '../format.ts';
import { t } from '../words.ts';

interface InstalmentsProps {
  instalments: readonly FilledInstalment[];
  asset: string;
  today: Day;
  beyond?: bigint;
  /** Nothing is expected of the pledge yet. */
  isUndecided?: boolean;
}

export function Instalments(props: InstalmentsProps) {
  const { instalments, asset, today, beyond = 0n, isUndecided = false } = props;
  const words = t.pledge;
  const amount = (quantity: bigint): string => (quantity > 0n ? fullAmount(quantity, asset) : '–');
  return (
    <table class="figures-table">
      <Heads of={[words.dueOn, words.amount, words.received, words.open]} />
      <tbody>
        {instalments.map(({ dueOn, quantity, received, outstanding }, index) => (
          <tr key={index}>
            <th scope="row">
              <time datetime={dueOn}>{t.date(dueOn)}</time>{' '}
              {outstanding > 0n && dueOn < today && <strong class="late">{words.late}</strong>}
            </th>
            <td data-label={words.amount}>{amount(quantity)}</td>
            <td data-label={words.received}>{amount(received)}</td>
            <td data-label={words.open}>
              {received + outstanding === 0n && !isUndecided ? (
                <span class="quiet">{words.notExpected}</span>
              ) : (
                amount(outstanding)
              )}
            </td>
          </tr>
        ))}
        {beyond > 0n && (
          <tr>
            <th scope="row">{words.beyond}</th>
            <td>–</td>
            <td>{amount(beyond)}</td>
            <td>–</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const MOST_OPEN = 12;

const COLUMNS = ['agreed', 'delivered', 'used', 'open'] as const;

export function Months({ page }: { page: Pick<PledgePage, 'months' | 'pledge' | 'today'> }) {
  const { months, pledge, today } = page;
  const words = t.pledge.months;
  const isReserved = pledge.measuredBy === 'reservation';
  const columns = COLUMNS.filter((column) => column !== 'used' || isReserved);
  // A month that isn't over misses nothing yet.
  const isOver = (month: string): boolean => month < today.slice(0, 7);
  const table = (
    <Table
      class="figures-table"
      rows={months}
      columns={[
        [words.month, ({ month }) => words.name(month)],
        ...columns.map((column): [string, (line: MonthOfPledge) => string] => [
          words.columns[column],
          (line) => (column === 'open' && !isOver(line.month) ? '–' : words.hours(line[column])),
        ]),
      ]}
    />
  );
  return (
    <section class="wide" id="months">
      <h2>{words.title}</h2>
      <p class="quiet">
        {words.lead} {isReserved && words.used}
      </p>
      {months.length > MOST_OPEN ? (
        <details>
          <summary>{words.summary(months.length)}</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </section>
  );
}
