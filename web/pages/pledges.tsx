import { addressOf, Choice, Filter, Pager, Tabs } from '../components/list.tsx';
import { heldIn, STAGE_PATTERNS, StageBar, type Held } from '../components/bar.tsx';
import { Named } from '../components/name.tsx';
import { Swatch } from '../components/pattern.tsx';
import { highestOf } from '../components/scale.ts';
import { GiverLink } from '../components/signatories.tsx';
import { gpuHours, roundedAmount } from '../format.ts';
import { renderPage } from './frame.tsx';
import type { Frame } from '../data/home.ts';
import type { PledgeLine, Listing } from '../data/pages.ts';
import { isCurrency, KINDS, type Kind } from '../../server/domain/asset.ts';
import { STAGES, type Stage } from '../../server/domain/stage.ts';
import { t } from '../words.ts';

export type PledgeSort = 'newest' | 'changed' | 'amount' | 'secured';

export interface PledgesPage extends Frame {
  currency: string;
  filter: {
    kind?: Kind | undefined;
    stage?: Stage | undefined;
    asset?: string | undefined;
    sort: PledgeSort;
  };
  assets: string[];
  list: Listing;
  pledges: PledgeLine[];
}

const PATH = '/pledges';

export const renderPledges = (page: PledgesPage): string => {
  const { kind, stage, asset } = page.filter;
  return renderPage({
    page,
    title: t.pledgeList.title,
    description: t.pledgeList.lead,
    current: 'givers',
    isBelow: true,
    downloads: pledgeFiles({ kind, stage, asset }),
    children: <Pledges page={page} />,
  });
};

export const pledgeFiles = ({ asset, ...filter }: Partial<PledgesPage['filter']>) => [
  { href: addressOf('/data/pledges.csv', filter), text: t.lists.csv },
  { href: addressOf('/api/v1/pledges', { ...filter, asset }), text: t.lists.json },
];

function Pledges({ page }: { page: PledgesPage }) {
  const { filter, list, pledges } = page;
  const isFiltered = Boolean(filter.kind || filter.stage || filter.asset);
  return (
    <>
      <section class="title">
        <h1>{t.pledgeList.title}</h1>
        <p class="quiet">{t.pledgeList.lead}</p>
      </section>
      {(isFiltered || pledges.length > 0) && <Controls page={page} />}
      <p class="found" role="status">
        {t.pledgeList.found(list.found, isFiltered, page.initiative.closed)}{' '}
        {isFiltered && <a href={PATH}>{t.lists.clear}</a>}
      </p>
      <PledgeLines pledges={pledges} currency={page.currency} />
      <Pager list={list} path={PATH} query={filter} />
    </>
  );
}

/** Only amounts of one kind compare. */
const sortsOf = ({ kind, asset }: PledgesPage['filter']): PledgeSort[] =>
  kind || asset ? ['newest', 'changed', 'amount', 'secured'] : ['newest', 'changed'];

function Controls({ page: { filter, assets } }: { page: PledgesPage }) {
  const { kind, stage, asset, sort } = filter;
  const words = t.pledgeList;
  const tabs = [undefined, ...KINDS].map((other) => ({
    href: addressOf(PATH, { kind: other, stage }),
    text: words.kinds[other ?? 'all'],
    isCurrent: other === kind,
  }));
  const offered = assets.filter((code) => !kind || isCurrency(code) === (kind === 'funding'));
  return (
    <div class="controls">
      <Tabs label={words.title} tabs={tabs} />
      <Filter action={PATH} hidden={{ kind }}>
        <Choice
          name="stage"
          label={words.stage}
          value={stage}
          options={[
            ['', words.anyStage],
            ...STAGES.map((name): [string, string] => [
              name,
              t.stageWords[name][kind ?? 'funding'],
            ]),
          ]}
        />
        <Choice
          name="asset"
          label={words.asset[kind ?? 'all']}
          value={asset}
          options={[['', words.anyAsset], ...offered.map((code): [string, string] => [code, code])]}
        />
        <Choice
          name="sort"
          label={words.sort}
          value={sort}
          options={sortsOf(filter).map((name) => [name, words.sorts[name]])}
        />
      </Filter>
    </div>
  );
}

interface LinesProps {
  pledges: PledgeLine[];
  currency: string;
  /** On the page of their giver, who needs no name there. */
  isOwn?: boolean;
}

/** Amounts of one kind are on one scale, in base. */
export function PledgeLines({ pledges, currency, isOwn = false }: LinesProps) {
  if (pledges.length === 0) return null;
  const largest = (kind: Kind) =>
    highestOf(pledges.flatMap((line) => (line.kind === kind ? line.totalBase : [])));
  const most = { funding: largest('funding'), compute: largest('compute') };
  return (
    <>
      <p class="quiet">{t.pledgeList.scale(new Set(pledges.map(({ kind }) => kind)).size)}</p>
      <StageKey held={pledges.map(({ stages }) => stages)} />
      <ol class="pledges">
        {pledges.map((pledge) => (
          <Line
            key={pledge.ref}
            pledge={pledge}
            largest={most[pledge.kind]}
            {...{ currency, isOwn }}
          />
        ))}
      </ol>
    </>
  );
}

export function StageKey({ held }: { held: Held[] }) {
  const shown = STAGE_PATTERNS.filter(({ stages }) =>
    held.some((each) => heldIn(each, stages) > 0n),
  );
  return (
    <ul class="key stage-key">
      {shown.map(({ pattern, word }) => (
        <li key={pattern}>
          <Swatch pattern={pattern} tone="ink" /> {t.stageKey[word]}
        </li>
      ))}
    </ul>
  );
}

function baseOf({ kind, asset, total, totalBase }: PledgeLine, currency: string): string | null {
  if (kind === 'funding') return asset === currency ? null : roundedAmount(totalBase, currency);
  return total === totalBase ? null : t.pledgeList.h100e(gpuHours(totalBase));
}

interface LineProps extends Required<Omit<LinesProps, 'pledges'>> {
  pledge: PledgeLine;
  largest: bigint;
}

function Line({ pledge, currency, largest, isOwn }: LineProps) {
  const { ref, who, members, giverId, acceptedOn, total, totalBase } = pledge;
  const standing = t.pledge.standingSentence(pledge);
  return (
    <li>
      <p class="giver">
        <a href={`/pledges/${ref}`}>
          <Named text={t.subjectOf(pledge)} names={[pledge.site]} />
        </a>{' '}
        {who === null && <span class="quiet">{t.pledgeList.unnamed}</span>}
        {who !== null && !isOwn && (
          <span>
            <GiverLink id={giverId}>{who}</GiverLink>
          </span>
        )}{' '}
        {members.length > 0 && (
          <span>
            <Named text={t.pledgeList.together(members)} names={members} />
          </span>
        )}
      </p>
      <StageBar pledge={pledge} height={14} whole={(total * largest) / (totalBase || 1n)} />
      <p class="standing">
        {standing.lead}
        {standing.after}{' '}
        <span class="quiet">{t.pledgeList.accepted(acceptedOn, baseOf(pledge, currency))}</span>
      </p>
    </li>
  );
}
