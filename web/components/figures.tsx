import type { ComponentChildren } from 'preact';
import { Bar, Key, partOf, type Part } from './bar.tsx';
import { GpuChart } from './gpu-chart.tsx';
import { MoneyChart } from './money-chart.tsx';
import { Swatch, type Tone } from './pattern.tsx';
import { Table } from './table.tsx';
import type { Concurrency, Frame, HomePage, Milestone, Money, Volume } from '../data/home.ts';
import { isShut } from '../../server/domain/closing.ts';
import { today } from '../../server/domain/day.ts';
import { gpuHours, moneyFigures } from '../format.ts';
import type { Headline, MilestoneWords } from '../messages/shapes.ts';
import { t } from '../words.ts';

/** The headline figures, each with a bar of what is secured. */
export function Figures({ page }: { page: HomePage }) {
  const { money, concurrency, volume, initiative } = page;
  // A campaign that ended has its goal as before.
  const closed = isShut(initiative);
  return (
    <section class="figures" aria-label={t.figures}>
      {money && <MoneyFigure money={money} closed={closed} />}
      {concurrency && <GpuFigure concurrency={concurrency} closed={closed} />}
      {volume && !concurrency && <HoursFigure volume={volume} closed={closed} />}
    </section>
  );
}

/** How the figures came about, and the next milestone. */
export function Charts({ page }: { page: HomePage }) {
  const { money, concurrency, volume, initiative, asOf } = page;
  const closed = isShut(initiative);
  const figures = money && moneyFigures(money.stages, money.currency, money.target);
  const asOfDay = today(asOf.at);
  const hours = concurrency && volume ? t.hoursLine(volume) : '';
  return (
    <section class="charts" aria-label={t.chartsTitle}>
      {money && figures && (
        <div>
          <MoneyChart
            {...{ money, figures, asOfDay, closed }}
            isEnded={Boolean(initiative.closedAt)}
          />
          <Milestones
            milestones={money.milestones}
            has={securedOf(money)}
            closed={closed}
            words={t.milestones.ofMoney(money.currency, figures.shown)}
          />
        </div>
      )}
      {concurrency && (
        <div>
          <GpuChart {...{ concurrency, asOfDay, closed }} />
          <Milestones
            milestones={concurrency.milestones}
            has={BigInt(heldOf(concurrency))}
            closed={closed}
            words={t.milestones.ofGpus(concurrency.basis)}
          />
          {hours && <p class="key">{hours}</p>}
        </div>
      )}
    </section>
  );
}

const heldOf = ({ held, basis }: Concurrency): number => held[basis].gpus;

type Headlined = Frame & Pick<HomePage, 'money' | 'concurrency' | 'volume'>;

/** `day`: the word for the page's own. */
export function headlinesOf(page: Omit<Headlined, 'asOf'>, day?: string): Headline[] {
  const { money, concurrency, volume, initiative } = page;
  const closed = isShut(initiative);
  const figures = money && moneyFigures(money.stages, money.currency, money.target);
  return [
    money && figures && t.moneyHeadline(money, figures, closed),
    concurrency && t.gpuHeadline(concurrency, closed, day),
    concurrency ? null : volume && t.hoursHeadline(volume, closed),
  ].filter((headline) => headline !== null);
}

/** For whoever cites the figures: they stay at that address. */
export const citationOf = (page: Headlined): string =>
  t.cite.text(
    page.initiative.name,
    headlinesOf(page, t.cite.day).map((headline) => plain(headline).slice(0, -1)),
    page.asOf.at,
    `${page.baseUrl}/at/${page.asOf.size}`,
  );

/** A headline as a sentence. */
export const plain = ({ before, lead, after }: Headline): string =>
  `${[before, lead, after].filter(Boolean).join(' ')}.`;

export const Lead = ({ before, lead, after }: Headline) => (
  <h2 class="headline">
    {before && `${before} `}
    {lead && (
      <>
        <strong>{lead}</strong>{' '}
      </>
    )}
    {after.split(/(\d\S*%)/).map((part, index) => (index % 2 === 1 ? <b>{part}</b> : part))}
  </h2>
);

interface FigureProps {
  tone: Tone;
  headline: Headline;
  children: ComponentChildren;
}

const Figure = ({ tone, headline, children }: FigureProps) => (
  <div class={`figure ${tone}`}>
    <Lead {...headline} />
    {children}
  </div>
);

const largerOf = (a: bigint, b: bigint): bigint => (a > b ? a : b);

function MoneyFigure({ money, closed }: { money: Money; closed: boolean }) {
  const { stages, target, currency } = money;
  const { received, committed } = stages;
  const figures = moneyFigures(stages, currency, target);
  const parts = [
    partOf('solid', received, t.received, figures.received),
    partOf('hatched', committed, t.committed, figures.committed),
  ];
  const secured = securedOf(money);
  return (
    <Figure tone="money" headline={t.moneyHeadline(money, figures, closed)}>
      <SecuredBar
        tone="money"
        {...{ parts, target, secured, closed, milestones: money.milestones }}
      />
      <Key tone="money" parts={parts} />
    </Figure>
  );
}

interface SecuredBarProps {
  tone: Tone;
  parts: Part[];
  target: bigint | null;
  secured: bigint;
  milestones: readonly Milestone[];
  closed: boolean;
}

/** Nothing but what is secured; without a goal it would be full whatever there is. */
const SecuredBar = ({ tone, parts, target, secured, milestones, closed }: SecuredBarProps) =>
  target === null || (closed && secured === 0n) ? null : (
    <Bar
      tone={tone}
      parts={parts}
      whole={largerOf(target, secured)}
      goal={target}
      marks={milestones.map(({ reaches }) => ({ at: reaches, isReached: reaches <= secured }))}
    />
  );

function GpuFigure({ concurrency, closed }: { concurrency: Concurrency; closed: boolean }) {
  const { target, basis, held, secured, milestones } = concurrency;
  // A part of all sites is the one of their own 30 days.
  const site = BigInt(basis === 'all' ? secured.largestSite : held.site.gpus);
  const all = BigInt(held.all.gpus);
  const parts = [
    partOf('solid', site, t.largestSite, ''),
    ...(basis === 'all' ? [partOf('hatched', all - site, t.otherSites, '')] : []),
  ];
  const beside = t.gpusBeside(concurrency);
  return (
    <Figure tone="gpus" headline={t.gpuHeadline(concurrency, closed)}>
      <SecuredBar
        tone="gpus"
        parts={parts}
        target={target === null ? null : BigInt(target)}
        secured={BigInt(heldOf(concurrency))}
        milestones={milestones}
        closed={closed}
      />
      {beside && (
        <p class="key">
          <Swatch pattern="solid" tone="gpus" /> {beside[0]}
          {beside[1] && <b>{beside[1]}</b>}
          {beside[2]}
        </p>
      )}
    </Figure>
  );
}

/** For grants by hours alone: one bar for each GPU model, because their hours don't compare. */
function HoursFigure({ volume, closed }: { volume: Volume; closed: boolean }) {
  return (
    <Figure tone="gpus" headline={t.hoursHeadline(volume, closed)}>
      {volume.models.map(({ asset, delivered, committed }) => {
        const parts = [
          partOf('solid', delivered, t.delivered, gpuHours(delivered)),
          partOf('hatched', committed, t.stillAgreed, gpuHours(committed)),
        ];
        return (
          <div class="model" key={asset}>
            <h3>{t.hours(asset)}</h3>
            <Bar tone="gpus" parts={parts} whole={delivered + committed} />
            <Key tone="gpus" parts={parts} />
          </div>
        );
      })}
    </Figure>
  );
}

const TABLE = '#milestones';

interface MilestonesProps {
  milestones: readonly Milestone[];
  has: bigint;
  closed: boolean;
  words: MilestoneWords;
}

export function Milestones({ milestones, has, closed, words }: MilestonesProps) {
  if (milestones.length === 0) return null;
  const next = closed ? undefined : milestones.find(({ reaches }) => reaches > has);
  if (!next) {
    const reached = milestones.filter(({ reaches }) => reaches <= has).length;
    return (
      <p class="key">
        <a href={TABLE}>{t.milestones.reached(reached, milestones.length)}</a>
      </p>
    );
  }
  return (
    <p class="key">
      {t.milestones.next} <a href={TABLE}>{words.amount(next.reaches)}</a>
      {t.milestones.afterNext(next.label, words.rest(next.reaches, has))}
    </p>
  );
}

export function MilestoneTable({ page }: { page: HomePage }) {
  const { money, concurrency } = page;
  const rows = [
    ...(money
      ? rowsOf(
          money.milestones,
          securedOf(money),
          t.milestones.ofMoney(
            money.currency,
            moneyFigures(money.stages, money.currency, money.target).shown,
          ),
        )
      : []),
    ...(concurrency
      ? rowsOf(
          concurrency.milestones,
          BigInt(heldOf(concurrency)),
          t.milestones.ofGpus(concurrency.basis),
        )
      : []),
  ];
  if (rows.length === 0) return null;
  return (
    <Table
      id="milestones"
      rows={rows}
      columns={[
        [t.milestones.title, ([amount]) => amount],
        [t.milestones.label, ([, label]) => label],
        [t.milestones.state, ([, , state]) => state],
      ]}
    />
  );
}

const rowsOf = (
  milestones: readonly Milestone[],
  has: bigint,
  { amount, rest }: MilestoneWords,
): [amount: string, label: string, state: string][] =>
  milestones.map(({ reaches, label }) => [
    amount(reaches),
    label,
    reaches <= has ? t.milestones.isReached : t.milestones.toGo(rest(reaches, has)),
  ]);

export const securedOf = ({ stages }: Money): bigint => stages.received + stages.committed;
