import { addressOf, Choice, Filter, Pager, Tabs } from '../components/list.tsx';
import { STAGE_PATTERNS, StageBar } from '../components/bar.tsx';
import { Named } from '../components/name.tsx';
import { Swatch } from '../components/pattern.tsx';
import { gpuHours, roundedAmount } from '../format.ts';
import { renderPage } from './frame.tsx';
import type { Frame } from '../data/home.ts';
import type { PledgeLine, Listing } from '../data/pages.ts';
import type { Assets } from './page.tsx';
import { isCurrency, type Kind } from '../../server/domain/asset.ts';
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
const KINDS = ['funding', 'compute'] as const;

export const renderPledges = (page: PledgesPage, assets: Assets): string => {
  const { kind, stage, asset } = page.filter;
  return renderPage({
    page,
    title: t.pledgeList.title,
    description: t.pledgeList.lead,
    current: 'pledges',
    downloads: [
      { href: addressOf('/data/pledges.csv', { kind, stage }), text: t.lists.csv },
      { href: addressOf('/api/v1/pledges', { kind, stage, asset }), text: t.lists.json },
    ],
    assets,
    children: <Pledges page={page} />,
  });
};

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
      {pledges.length > 0 && <StageKey pledges={pledges} />}
      {pledges.length > 0 && (
        <ol class="pledges">
          {pledges.map((pledge) => (
            <Line key={pledge.ref} pledge={pledge} currency={page.currency} />
          ))}
        </ol>
      )}
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

function StageKey({ pledges }: { pledges: PledgeLine[] }) {
  const shown = STAGE_PATTERNS.filter(({ stages }) =>
    pledges.some((pledge) => stages.some((stage) => pledge.stages[stage] > 0n)),
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

function Line({ pledge, currency }: { pledge: PledgeLine; currency: string }) {
  const { ref, who, acceptedOn } = pledge;
  const standing = t.pledge.standingSentence(pledge);
  return (
    <li>
      <p class="giver">
        <a href={`/pledges/${ref}`}>
          <Named text={t.subjectOf(pledge)} names={[pledge.site]} />
        </a>{' '}
        <span class={who ? undefined : 'quiet'}>
          {who ? (
            <Named
              text={t.pledgeList.together(who, pledge.members)}
              names={[who, ...pledge.members]}
            />
          ) : (
            t.pledgeList.unnamed
          )}
        </span>
      </p>
      <StageBar pledge={pledge} height={14} />
      <p class="standing">
        {standing.lead}
        {standing.after}{' '}
        <span class="quiet">{t.pledgeList.accepted(acceptedOn, baseOf(pledge, currency))}</span>
      </p>
    </li>
  );
}
