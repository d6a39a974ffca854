import type { MonthOfPledge } from '../../server/domain/hours-by-month.ts';
import type { PledgePage } from '../data/pages.ts';
import { Table } from './table.tsx';
import { t } from '../words.ts';

interface Props {
  page: Pick<PledgePage, 'months' | 'pledge' | 'today'>;
}

/** More months are folded: most readers want where it stands now. */
const MOST_OPEN = 12;

const COLUMNS = ['agreed', 'delivered', 'used', 'open'] as const;

/** What of a pledge of compute was agreed for each month and came in it, and what had not come by its end. */
export function Months({ page: { months, pledge, today } }: Props) {
  const words = t.pledge.months;
  const isReserved = pledge.measuredBy === 'reservation';
  const columns = COLUMNS.filter((column) => column !== 'used' || isReserved);
  // Of a month that is not over nobody can say that it has not come.
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
