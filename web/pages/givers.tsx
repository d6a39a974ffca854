import { addressOf, Choice, Filter, Pager, Search, Tabs } from '../components/list.tsx';
import { StageBar } from '../components/bar.tsx';
import { Aside, GiverLink } from '../components/signatories.tsx';
import { Table } from '../components/table.tsx';
import { countryName } from '../data/countries.ts';
import type { Frame } from '../data/home.ts';
import type { GiverSums, Listing } from '../data/pages.ts';
import { count } from '../format.ts';
import { renderPage } from './frame.tsx';
import { StageKey } from './pledges.tsx';
import { KINDS, type Kind } from '../../server/domain/asset.ts';
import { isShut } from '../../server/domain/closing.ts';
import type { SignatoryKind } from '../../server/domain/signatory.ts';
import { t } from '../words.ts';

type GiverLine = GiverSums & {
  id: string;
  name: string;
  type: SignatoryKind;
  domain: string | null;
};

/** Without a code: countries that have few givers, and givers who name none. */
export interface Country {
  code: string | null;
  givers: number;
  amount: bigint;
  received: bigint;
}

export interface GiversPage extends Frame {
  currency: string;
  filter: { kind: Kind; q?: string | undefined; sort: 'amount' | 'share' };
  list: Listing;
  /** Of all givers of the kind: a full bar. */
  largest: bigint;
  givers: GiverLine[];
  countries: Country[];
}

const PATH = '/givers';

export const renderGivers = (page: GiversPage): string =>
  renderPage({
    page,
    title: t.givers.title,
    description: t.givers.lead[page.filter.kind],
    current: 'givers',
    downloads: [
      { href: addressOf('/data/givers.csv', { kind: page.filter.kind }), text: t.lists.csv },
    ],
    children: <Givers page={page} />,
  });

function Givers({ page }: { page: GiversPage }) {
  const { filter, list, givers, largest, countries, currency } = page;
  const { kind, q } = filter;
  const words = t.givers;
  return (
    <>
      <section class="title">
        <h1>{words.title}</h1>
        <p class="quiet">
          {words.lead[kind]} {words.anonymous}
        </p>
        <p class="after">
          <a href="/pledges">{t.allPledges}</a> <a href="/signatories">{t.allSignatories}</a>
        </p>
      </section>
      <Controls filter={filter} />
      <p class="found" role="status">
        {words.found(list.found, q, isShut(page.initiative))}{' '}
        {q !== undefined && <a href={addressOf(PATH, { kind })}>{t.lists.clear}</a>}
      </p>
      {givers.length > 0 && (
        <>
          <p class="quiet">{words.scale(largest, kind, currency)}</p>
          <StageKey held={givers} />
          <ol class="pledges">
            {givers.map((giver) => (
              <Line key={giver.id} giver={giver} page={page} />
            ))}
          </ol>
        </>
      )}
      <Pager list={list} path={PATH} query={filter} />
      {countries.length > 0 && <Countries page={page} />}
    </>
  );
}

function Controls({ filter: { kind, q, sort } }: Pick<GiversPage, 'filter'>) {
  const words = t.givers;
  const tabs = KINDS.map((other) => ({
    href: addressOf(PATH, { kind: other, q, sort }),
    text: words.kinds[other],
    isCurrent: other === kind,
  }));
  const sorts = ['amount', 'share'] as const;
  return (
    <div class="controls">
      <Tabs label={words.title} tabs={tabs} />
      <Filter action={PATH} hidden={{ kind }}>
        <Search value={q} label={words.search} />
        <Choice
          name="sort"
          label={t.pledgeList.sort}
          value={sort}
          options={sorts.map((name) => [name, words.sorts[name][kind]])}
        />
      </Filter>
    </div>
  );
}

function Line({ giver, page }: { giver: GiverLine; page: GiversPage }) {
  const { kind } = page.filter;
  const isOrganisation = giver.type === 'organisation';
  const domain = giver.domain && t.wall.confirmedAt(giver.domain);
  const { lead, joint, after } = t.givers.sums(giver, kind, page.currency);
  return (
    <li>
      <p class="giver">
        <GiverLink id={giver.id}>{giver.name}</GiverLink>{' '}
        <Aside parts={[isOrganisation ? t.organisation : null, domain]} />
      </p>
      <StageBar
        pledge={{ kind, stages: giver, total: giver.amount }}
        whole={page.largest}
        height={14}
      />
      <p class="standing">
        <b>{lead}</b>
        {joint}
        {after}
      </p>
    </li>
  );
}

function Countries({ page: { countries, filter, currency } }: { page: GiversPage }) {
  const words = t.givers;
  const figure = (base: bigint) => words.figure(base, filter.kind, currency);
  return (
    <div class="records">
      <section class="wide">
        <h2>{words.byCountry}</h2>
        <p class="quiet">
          {words.countries} {words.anonymous}
        </p>
        <Table
          class="figures-table"
          rows={countries}
          columns={[
            [words.columns.country, ({ code }) => (code ? countryName(code) : words.other)],
            [words.columns.givers, ({ givers }) => count(givers)],
            [words.columns.amount, ({ amount }) => figure(amount)],
            [words.received[filter.kind], ({ received }) => figure(received)],
          ]}
        />
      </section>
    </div>
  );
}
