import type { ComponentChildren } from 'preact';
import { isShut } from '../../server/domain/closing.ts';
import { Curve } from '../components/curve.tsx';
import { typed } from '../components/name.tsx';
import { FigureCell, Heads } from '../components/table.tsx';
import { Lead, plain } from '../components/figures.tsx';
import { most } from '../components/gpu-chart.tsx';
import {
  Factors,
  Worth,
  Yardsticks,
  type FactorLine,
  type WorthModel,
  type YardsticksModel,
} from '../components/comparisons.tsx';
import { MonthsChart } from '../components/months-chart.tsx';
import { count } from '../format.ts';
import { renderPage } from './frame.tsx';
import type { Frame } from '../data/home.ts';
import type { Curve as CurveModel, HoursByStage, MonthLine } from '../data/pages.ts';
import { Fact } from './pledge.tsx';
import { t } from '../words.ts';
import type { GpusInUse } from '../../server/domain/gpus-in-use.ts';
import type { Day } from '../../server/domain/day.ts';

export interface HoursTable {
  target: bigint | null;
  total: HoursByStage;
  models: (HoursByStage & { name: string })[];
  /** `name` is null for the hours whose giver isn't shown. */
  providers: (HoursByStage & { name: string | null })[];
}

export interface SiteLine {
  /** Its code in the ledger; null for all other sites together. */
  site: string | null;
  /** Null where no giver at the site is shown. */
  name: string | null;
  models: string[];
  /** The most on each of 30 days in a row; for the other sites, the most on any day. */
  secured: number;
  pledged: number;
  h100e: { secured: number; pledged: number };
  from: Day;
  to: Day;
}

export interface ComputePage extends Frame {
  /** Null without a target of GPUs and without windows. */
  curve: CurveModel | null;
  /** The largest first; the others together come last. */
  sites: SiteLine[];
  volume: HoursTable | null;
  months: MonthLine[];
  inUse: GpusInUse | null;
  yardsticks: YardsticksModel;
  worth: WorthModel;
  factors: FactorLine[];
}

export const renderCompute = (page: ComputePage): string => {
  return renderPage({
    page,
    title: t.compute.title,
    description: plain(headlineOf(page)),
    current: 'compute',
    downloads: [
      ...(page.sites.length > 0 ? [{ href: '/data/capacity.csv', text: t.compute.csv.curve }] : []),
      { href: '/data/pledges.csv?kind=compute', text: t.compute.csv.pledges },
      { href: '/api/v1/capacity', text: t.lists.json },
    ],
    island: 'curve.js',
    children: <Compute page={page} />,
  });
};

const quantities = (stages: HoursByStage) => ({
  delivered: stages.delivered.quantity,
  committed: stages.committed.quantity,
  pledged: stages.pledged.quantity,
});

function headlineOf({ curve, volume, initiative }: ComputePage) {
  const closed = isShut(initiative);
  if (curve) return t.gpuHeadline(curve, closed);
  if (!volume) return { before: '', lead: t.compute.nothing(closed), after: '' };
  const { target, total, models } = volume;
  return t.hoursHeadline(
    {
      target,
      ...quantities(total),
      models: models.map((model) => ({ asset: model.name, ...quantities(model) })),
    },
    closed,
  );
}

function Compute({ page }: { page: ComputePage }) {
  const { curve, sites, volume, months, asOf } = page;
  const words = t.compute;
  const hasH100e = volume !== null || sites.length > 0;
  return (
    <>
      <section class="title">
        <h1>{words.title}</h1>
        <p class="quiet">
          {words.lead}
          {hasH100e && (
            <>
              {' '}
              {words.h100eLead} <a href="#h100e">{t.h100e.title}</a>
            </>
          )}
        </p>
      </section>
      <section class="figure gpus compute">
        <Lead {...headlineOf(page)} />
        {isShut(page.initiative) && curve?.target && <p class="key">{words.call(curve.target)}</p>}
        {!curve && volume && <p class="key">{words.onlyHours}</p>}
        {curve && <Curve curve={curve} asOfDay={asOf.at.toISOString().slice(0, 10)} />}
        {curve && <Facts curve={curve} />}
      </section>
      {sites.length > 0 && <Sites sites={sites} />}
      {volume && <Volume volume={volume} inUse={page.inUse} />}
      {months.length > 0 && <MonthsChart months={months} asOf={asOf.at} />}
      {volume && <Yardsticks {...page.yardsticks} />}
      <Worth {...page.worth} />
      {hasH100e && <Factors factors={page.factors} />}
    </>
  );
}

function Facts({ curve }: { curve: CurveModel }) {
  const words = t.compute;
  const bought = most(curve.steps, (step) => step.bought);
  return (
    <dl class="terms">
      {curve.secured.allSites > 0 && (
        <Fact name={words.facts.h100e}>{words.h100eSecured(curve)}</Fact>
      )}
      {curve.pledged > 0 && <Fact name={words.facts.pledged}>{words.pledged(curve)}</Fact>}
      {bought > 0 && <Fact name={words.facts.bought}>{words.bought(bought)}</Fact>}
      {curve.atTarget && curve.target !== null && curve.steps.length > 0 && (
        <Fact name={words.facts.target(curve.target)}>{words.atTarget(curve.atTarget)}</Fact>
      )}
    </dl>
  );
}

const ROWS_SHOWN = 5;

interface RowsProps {
  id: string;
  caption: string;
  heads: string[];
  rows: ComponentChildren[];
}

function Rows({ id, caption, heads, rows }: RowsProps) {
  const shown = rows.length === ROWS_SHOWN + 1 ? rows.length : ROWS_SHOWN;
  const more = rows.slice(shown);
  return (
    <>
      <Table {...{ caption, heads }}>{rows.slice(0, shown)}</Table>
      {more.length > 0 && (
        <details id={id}>
          <summary>{t.compute.more(more.length)}</summary>
          <Table {...{ caption, heads }}>{more}</Table>
        </details>
      )}
    </>
  );
}

interface TableProps extends Pick<RowsProps, 'caption' | 'heads'> {
  children: ComponentChildren;
}

const Table = ({ caption, heads, children }: TableProps) => (
  <table class="figures-table">
    <caption class="unseen">{caption}</caption>
    <Heads of={heads} />
    <tbody>{children}</tbody>
  </table>
);

function Sites({ sites }: { sites: SiteLine[] }) {
  const words = t.compute;
  const nameOf = ({ site, name }: SiteLine): string =>
    site === null ? words.siteOthers : (name ?? words.siteUnnamed(site));
  return (
    <section class="wide compute-part">
      <h2>{words.sites}</h2>
      <p class="quiet">{words.sitesLead}</p>
      <Rows
        id="sites-fold"
        caption={words.sites}
        heads={[words.site, words.columns.secured, words.columns.pledged, words.days]}
        rows={sites.map((line) => (
          <tr key={line.site}>
            <th scope="row">
              {typed(nameOf(line))} <span class="quiet">{line.models.join(', ')}</span>
            </th>
            {(['secured', 'pledged'] as const).map((stage) => (
              <FigureCell
                key={stage}
                label={words.columns[stage]}
                figure={count(line[stage])}
                h100e={words.h100e(count(line.h100e[stage]))}
                isZero={line[stage] === 0 && line.secured + line.pledged > 0}
              />
            ))}
            <td data-label={words.days}>{words.period(line.from, line.to)}</td>
          </tr>
        ))}
      />
    </section>
  );
}

function Volume({ volume: { models, total, providers }, inUse }: VolumeProps) {
  const words = t.compute;
  return (
    <section class="wide compute-part">
      <h2>{words.volume}</h2>
      <p class="quiet">{words.volumeLead}</p>
      {inUse && <p>{words.inUse(inUse)}</p>}
      <HoursTable
        id="models"
        name={words.model}
        rows={[
          ...(models.length > 1 ? [{ ...total, head: words.allModels }] : []),
          ...models.map((model) => ({ ...model, head: model.name })),
        ]}
      />
      <HoursTable
        id="providers"
        name={words.provider}
        rows={providers.map((row) => ({ ...row, head: row.name ?? words.providerHidden }))}
      />
    </section>
  );
}

interface VolumeProps {
  volume: NonNullable<ComputePage['volume']>;
  inUse: ComputePage['inUse'];
}

const STAGES = ['delivered', 'committed', 'pledged'] as const;

interface HoursTableProps {
  id: string;
  name: string;
  rows: (HoursByStage & { head: string })[];
}

function HoursTable({ id, name, rows }: HoursTableProps) {
  const words = t.compute;
  return (
    <Rows
      id={`${id}-fold`}
      caption={`${words.volume}: ${name}`}
      heads={[name, ...STAGES.map((stage) => words.stages[stage])]}
      rows={rows.map((row) => (
        <tr key={row.head}>
          <th scope="row">{typed(row.head)}</th>
          {STAGES.map((stage) => (
            <FigureCell
              key={stage}
              label={words.stages[stage]}
              figure={words.hours(row[stage])}
              h100e={words.hoursH100e(row[stage])}
              isZero={row[stage].quantity === 0n}
            />
          ))}
        </tr>
      ))}
    />
  );
}
