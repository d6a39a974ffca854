import type { Messages } from '../messages/en.ts';
import type { PledgePage } from '../model-pages.ts';

interface Props {
  page: Pick<PledgePage, 'months' | 'pledge' | 'today'>;
  t: Messages;
}

/** More months are folded: most readers want where it stands now. */
const MOST_OPEN = 12;

const COLUMNS = ['agreed', 'delivered', 'used', 'open'] as const;

/** What of a pledge of compute was agreed for each month and came in it, and what had not come by its end. */
export function Months({ page: { months, pledge, today }, t }: Props) {
  const words = t.pledge.months;
  const isReserved = pledge.measuredBy === 'reservation';
  const columns = COLUMNS.filter((column) => column !== 'used' || isReserved);
  // Of a month that is not over nobody can say that it has not come.
  const isOver = (month: string): boolean => month < today.slice(0, 7);
  const table = (
    <table class="figures-table">
      <thead>
        <tr>
          <th scope="col">{words.month}</th>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((line) => (
          <tr key={line.month}>
            <th scope="row">{words.name(line.month)}</th>
            {columns.map((column) => (
              <td key={column} data-label={words.columns[column]}>
                {column === 'open' && !isOver(line.month) ? '–' : words.hours(line[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
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
