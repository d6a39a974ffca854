/** The figures: each a sentence first, then a bar, then a chart. */
import type { ComponentChildren } from 'preact';
import { count, gpuHours, moneyFigures, type MoneyFigures } from '../format.ts';
import type { Headline } from '../messages/shapes.ts';
import type { Concurrency, HomePage, Money, Volume } from '../data/home.ts';
import { Bar, Key, partOf, type Part } from './bar.tsx';
import { GpuChart } from './gpu-chart.tsx';
import { marksOf, Milestones, securedOf } from './milestones.tsx';
import { MoneyChart } from './money-chart.tsx';
import type { Tone } from './pattern.tsx';
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

interface FigureProps {
  tone: Tone;
  headline: Headline;
  children: ComponentChildren;
}

const Figure = ({ tone, headline, children }: FigureProps) => (
  <div class={`figure ${tone}`}>
    <h2>
      {headline.before}
      <strong>{headline.lead}</strong>
      {headline.after}
    </h2>
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

/** Grants by hours alone: one bar for each GPU model, whose hours are no measure of another's. */
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
