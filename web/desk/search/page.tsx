/** What the search field at the top of the desk found. */
import { ListTable } from '../parts.tsx';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';
import { Desk } from '../frame.tsx';
import * as cell from '../lists/cells.tsx';

export const FOUND_IN = ['signatories', 'pledges', 'payments', 'evidence', 'offered'] as const;
export type FoundIn = (typeof FOUND_IN)[number];

interface Found {
  id: string;
  name: string;
  email: string | null;
  /** A decimal in `unit`. */
  amount: string | null;
  unit: string | null;
  /** Of a change: the reference of its evidence. */
  status: string;
}

export interface SearchPage {
  q: string;
  most: number;
  /** One more than `most` where there are more; null before a text is given. */
  found: Record<FoundIn, Found[]> | null;
}

const PATHS: Record<FoundIn, string> = {
  signatories: '/admin/signatories/',
  pledges: '/admin/pledges/',
  payments: '/admin/payments/',
  evidence: '/admin/pledges/',
  offered: '/admin/offered#offer-',
};

/** Signatories and offers are known by their names. */
const isNamed = (kind: FoundIn): boolean => kind === 'signatories' || kind === 'offered';

export function SearchView({ q, most, found }: SearchPage) {
  const words = t.overview.search;
  const kinds = FOUND_IN.filter((kind) => found !== null && found[kind].length > 0);
  return (
    <Desk title={found === null ? words.title : words.titleFor(q)} current="search">
      <div class="search-results">
        {kinds.length === 0 && <p class="empty">{found === null ? words.hint : words.none}</p>}
        {kinds.map((kind) => (
          <section key={kind}>
            <h2>{words.kinds[kind]}</h2>
            <FoundTable kind={kind} rows={found![kind].slice(0, most)} />
            {found![kind].length > most && <p class="quiet">{words.more(most)}</p>}
          </section>
        ))}
      </div>
    </Desk>
  );
}

const statuses = (kind: FoundIn): Record<string, string> => {
  if (kind === 'payments') return t.payments.statuses;
  return kind === 'evidence' || kind === 'offered' ? {} : t.deskLists[kind].statuses;
};

const FoundTable = ({ kind, rows }: { kind: FoundIn; rows: Found[] }) => (
  <ListTable
    rows={rows}
    columns={[
      [
        t.overview.search.what,
        ({ id, name }) => <a href={PATHS[kind] + id}>{isNamed(kind) ? typed(name) : id}</a>,
      ],
      ...(isNamed(kind)
        ? []
        : [
            [t.deskLists.giver, ({ name }: Found) => typed(name)] as const,
            [
              t.overview.search.amount,
              ({ amount, unit }: Found) => amount && cell.figure(amount, unit!),
              'figure-cell',
            ] as const,
          ]),
      [t.overview.search.email, ({ email }) => typed(email)],
      [t.overview.search.status[kind], ({ status }) => statuses(kind)[status] ?? status],
    ]}
  />
);
