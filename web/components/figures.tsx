import type { ComponentChildren } from 'preact';
import { Bar, Key, partOf, type BarMark, type Part } from './bar.tsx';
import { GpuChart } from './gpu-chart.tsx';
import { MoneyChart } from './money-chart.tsx';
import type { Tone } from './pattern.tsx';
import { Table } from './table.tsx';
import type { Concurrency, HomePage, Milestone, Money, Volume } from '../data/home.ts';
import { count, gpuHours, moneyFigures, type MoneyFigures } from '../format.ts';
import type { Headline, MilestoneWords } from '../messages/shapes.ts';
import { t } from '../words.ts';

export function Figures({ page }: { page: HomePage }) {
  const { money, concurrency, volume, initiative, asOf } = page;
  const { closed } = initiative;
  return (
    <section class="figures" aria-label={t.figures}>
      {money && <MoneyFigure money={money} closed={closed} />}
      {concurrency && (
        <GpuFigure concurrency={concurrency} volume={volume} asOf={asOf.at} closed={closed} />
      )}
      {volume && !concurrency && <HoursFigure volume={volume} closed={closed} />}
    </section>
  );
}

export const Lead = ({ before, lead, after }: Headline) => (
  <h2>
    {before}
    <strong>{lead}</strong>
    {after}
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
const sumOf = (parts: Part[]): bigint => parts.reduce((sum, { quantity }) => sum + quantity, 0n);

function moneyParts({ stages }: Money, figures: MoneyFigures): Part[] {
  const { received, committed, pledged, waiting } = stages;
  return [
    partOf('solid', received, t.received, figures.received),
    partOf('hatched', committed, t.committed, figures.committed),
    partOf('dotted', pledged, t.pledged, figures.pledged, false),
    partOf('waiting', waiting, t.waiting, figures.waiting, false),
  ];
}

function MoneyFigure({ money, closed }: { money: Money; closed: boolean }) {
  const { stages, target, currency } = money;
  const figures = moneyFigures(stages, currency, target);
  const parts = moneyParts(money, figures);
  const secured = securedOf(money);
  return (
    <Figure tone="money" headline={t.moneyHeadline(money, figures, closed)}>
      <Bar
        tone="money"
        parts={parts}
        whole={target === null ? sumOf(parts) : largerOf(target, secured)}
        goal={target}
        marks={marksOf(money.milestones, secured)}
      />
      <div class="beneath">
        <Key tone="money" parts={parts} />
        {stages.disputed > 0n && (
          <p class="key">
            {t.disputed} <b>{figures.disputed}</b>, {t.notCounted}
          </p>
        )}
        <Milestones
          milestones={money.milestones}
          has={secured}
          closed={closed}
          words={t.milestones.ofMoney(currency, figures.shown)}
        />
      </div>
      <MoneyChart money={money} figures={figures} />
    </Figure>
  );
}

function gpuParts({ secured, pledged }: Concurrency): Part[] {
  const { allSites, largestSite } = secured;
  const otherSites = allSites - largestSite;
  return [
    partOf('solid', BigInt(largestSite), t.largestSite, count(largestSite)),
    partOf('hatched', BigInt(otherSites), t.otherSites, count(otherSites)),
    partOf('dotted', BigInt(pledged), t.pledged, count(pledged), false),
  ];
}

interface GpuFigureProps {
  concurrency: Concurrency;
  volume: Volume | null;
  asOf: Date;
  closed: boolean;
}

function GpuFigure({ concurrency, volume, asOf, closed }: GpuFigureProps) {
  const { target, secured } = concurrency;
  const parts = gpuParts(concurrency);
  const hours = volume ? t.hoursLine(volume) : '';
  const goal = target === null ? null : BigInt(target);
  const has = BigInt(secured.largestSite);
  return (
    <Figure tone="gpus" headline={t.gpuHeadline(concurrency, closed)}>
      <Bar
        tone="gpus"
        parts={parts}
        whole={goal === null ? sumOf(parts) : largerOf(goal, BigInt(secured.allSites))}
        goal={goal}
        marks={marksOf(concurrency.milestones, has)}
      />
      <div class="beneath">
        <Key tone="gpus" parts={parts} />
        <Milestones
          milestones={concurrency.milestones}
          has={has}
          closed={closed}
          words={t.milestones.ofGpus}
        />
        {hours && <p class="key">{hours}</p>}
        <p class="key">
          <a href="/compute">{t.allCompute}</a>
        </p>
      </div>
      <GpuChart concurrency={concurrency} asOfDay={asOf.toISOString().slice(0, 10)} />
    </Figure>
  );
}

function hourParts({ delivered, committed, pledged }: Volume['models'][number]): Part[] {
  return [
    partOf('solid', delivered, t.delivered, gpuHours(delivered)),
    partOf('hatched', committed, t.stillAgreed, gpuHours(committed)),
    partOf('dotted', pledged, t.pledged, gpuHours(pledged), false),
  ];
}

/** For grants by hours alone: one bar for each GPU model, because their hours don't compare. */
function HoursFigure({ volume, closed }: { volume: Volume; closed: boolean }) {
  const models = volume.models.map((model) => ({
    asset: model.asset,
    parts: hourParts(model),
  }));
  return (
    <Figure tone="gpus" headline={t.hoursHeadline(volume, closed)}>
      {models.map(({ asset, parts }) => (
        <div class="model" key={asset}>
          <h3>{t.hours(asset)}</h3>
          <Bar tone="gpus" parts={parts} whole={sumOf(parts)} />
          <Key tone="gpus" parts={parts} />
        </div>
      ))}
      <p class="key">
        <a href="/compute">{t.allCompute}</a>
      </p>
    </Figure>
  );
}

export const marksOf = (milestones: readonly Milestone[], has: bigint): BarMark[] =>
  milestones.map(({ reaches }) => ({ at: reaches, isReached: reaches <= has }));

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
      ? rowsOf(concurrency.milestones, BigInt(concurrency.secured.largestSite), t.milestones.ofGpus)
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
