import { addressOf, Filter, Pager, Search, Tabs } from '../components/list.tsx';
import { WallEntry } from '../components/signatories.tsx';
import { renderPage } from './frame.tsx';
import { isShut } from '../../server/domain/closing.ts';
import { t } from '../words.ts';
import type { Frame } from '../data/home.ts';
import type { Listing, WallCard } from '../data/pages.ts';

export interface SignatoriesPage extends Frame {
  people: number;
  organisations: number;
  named: number;
  filter: { kind?: 'person' | 'organisation' | undefined; q?: string | undefined };
  list: Listing;
  shown: WallCard[];
}

const PATH = '/signatories';
const KINDS = ['organisation', 'person'] as const;

export const renderSignatories = (page: SignatoriesPage): string => {
  const { people, organisations, initiative } = page;
  const signed = t.signedBy(people, organisations, isShut(initiative));
  return renderPage({
    page,
    title: t.wall.title,
    description: `${signed}.`,
    current: 'givers',
    isBelow: true,
    downloads: [{ href: addressOf('/api/v1/signatories', page.filter), text: t.lists.json }],
    children: <Wall page={page} signed={signed} />,
  });
};

function Wall({ page, signed }: { page: SignatoriesPage; signed: string }) {
  const { people, organisations, named, filter, list, shown, initiative } = page;
  const unnamed = people + organisations - named;
  const tabs = [undefined, ...KINDS].map((kind) => ({
    href: addressOf(PATH, { ...filter, kind }),
    text: t.wall.kinds[kind ?? 'all'],
    isCurrent: kind === filter.kind,
  }));
  const isFiltered = filter.kind !== undefined || filter.q !== undefined;
  return (
    <>
      <section class="title">
        <h1>{signed}</h1>
        {shown.some(({ affiliation }) => affiliation) && <p class="quiet">{t.wall.affiliations}</p>}
      </section>
      {people + organisations === 0 && !initiative.closed && (
        <p>
          <a href="/sign">{t.sign.nav}</a>
        </p>
      )}
      {named > 0 && (
        <div class="controls">
          <Tabs label={t.wall.title} tabs={tabs} />
          <Filter action={PATH} hidden={{ kind: filter.kind }}>
            <Search value={filter.q} label={t.wall.search} />
          </Filter>
        </div>
      )}
      {isFiltered && (
        <p class="found" role="status">
          {t.wall.found(list.found, filter.q)} <a href={PATH}>{t.lists.clear}</a>
        </p>
      )}
      {shown.length > 0 && (
        <ul class="names wall">
          {shown.map((signatory, index) => (
            <WallEntry key={index} signatory={signatory} />
          ))}
        </ul>
      )}
      {unnamed > 0 && !isFiltered && <p class="quiet after">{t.unnamed(unnamed)}</p>}
      <Pager list={list} path={PATH} query={filter} />
    </>
  );
}
