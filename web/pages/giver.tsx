import type { Kind } from '../../server/domain/asset.ts';
import { StageBar, toneOf } from '../components/bar.tsx';
import { Changes } from '../components/changes.tsx';
import { OutwardLink, webUrl } from '../components/link.tsx';
import { Pager } from '../components/list.tsx';
import { Aside, Quotes } from '../components/signatories.tsx';
import { besideOf } from '../data/countries.ts';
import type { Change, Frame } from '../data/home.ts';
import type { GiverSums, Listing, PledgeLine, WallCard } from '../data/pages.ts';
import { renderPage } from './frame.tsx';
import { pledgeFiles, PledgeLines } from './pledges.tsx';
import { t } from '../words.ts';

export interface GiverPage extends Frame {
  currency: string;
  giver: WallCard & { id: string };
  sums: (GiverSums & { kind: Kind })[];
  list: Omit<Listing, 'found'>;
  pledges: PledgeLine[];
  changes: Change[];
}

export const renderGiver = (page: GiverPage): string =>
  renderPage({
    page,
    title: page.giver.name,
    description: `${t.givers.title}: ${page.giver.name}`,
    current: 'givers',
    isBelow: true,
    downloads: pledgeFiles({}),
    children: <Giver page={page} />,
  });

const Giver = ({ page }: { page: GiverPage }) => (
  <>
    <Who giver={page.giver} />
    {page.sums.map((sums) => {
      const { lead, joint, after } = t.givers.sums(sums, sums.kind, page.currency);
      return (
        <section key={sums.kind} class={`figure ${toneOf(sums)} standing-now`}>
          <h2>
            <strong>{lead}</strong>
            {joint}
            {after}
          </h2>
          <StageBar pledge={{ kind: sums.kind, stages: sums, total: sums.amount }} height={14} />
        </section>
      );
    })}
    {page.pledges.length === 0 ? (
      <p>{t.givers.none}</p>
    ) : (
      <section>
        <h2>{t.pledgeList.title}</h2>
        <PledgeLines pledges={page.pledges} currency={page.currency} isOwn />
      </section>
    )}
    <Pager list={page.list} path={`/givers/${page.giver.id}`} query={{}} />
    {page.changes.length > 0 && (
      <div class="records">
        <Changes title={t.changes} changes={page.changes} asOf={page.asOf.at} />
      </div>
    )}
  </>
);

function Who({ giver }: Pick<GiverPage, 'giver'>) {
  const { name, kind, url, verifiedDomain } = giver;
  const isOrganisation = kind === 'organisation';
  const domain = verifiedDomain && t.wall.confirmedAt(verifiedDomain);
  return (
    <section class="title">
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <p>
        <Aside parts={[isOrganisation ? t.organisation : null, ...besideOf(giver, kind), domain]} />{' '}
        {webUrl(url) && <OutwardLink url={url}>{t.givers.website}</OutwardLink>}
      </p>
      <Quotes of={giver} />
    </section>
  );
}
