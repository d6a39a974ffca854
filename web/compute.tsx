/** How many GPUs at once, where, for how long, and whether they came. */
import type { ComponentChildren } from 'preact';
import { Curve } from './components/curve.tsx';
import { FigureCell } from './components/figure-cell.tsx';
import { most } from './components/gpu-chart.tsx';
import { Factors, Worth } from './components/h100e.tsx';
import { MonthsChart } from './components/months-chart.tsx';
import { Yardsticks } from './components/yardsticks.tsx';
import { count } from './format.ts';
import { renderPage } from './frame.tsx';
import { h100e } from './messages/en-h100e.ts';
import { en, type Messages } from './messages/en.ts';
import type { ComputePage, Curve as CurveModel, HoursByStage, SiteLine } from './model-compute.ts';
import type { Assets } from './page.tsx';
import { Fact } from './pledge.tsx';

export const renderCompute = (page: ComputePage, assets: Assets): string => {
  const { before, lead, after } = headlineOf(page, en);
  return renderPage({
    page,
    title: en.compute.title,
    description: before + lead + after,
    current: 'compute',
    downloads: [
      ...(page.sites.length > 0
        ? [{ href: '/data/capacity.csv', text: en.compute.csv.curve }]
        : []),
      { href: '/data/pledges.csv?kind=compute', text: en.compute.csv.pledges },
      { href: '/api/v1/capacity', text: en.lists.json },
    ],
    island: 'curve.js',
    assets,
    children: <Compute page={page} t={en} />,
  });
};

interface Props {
  page: ComputePage;
  t: Messages;
}

const quantities = (stages: HoursByStage) => ({
  delivered: stages.delivered.quantity,
  committed: stages.committed.quantity,
  pledged: stages.pledged.quantity,
});

function headlineOf({ curve, volume, initiative: { closed } }: ComputePage, t: Messages) {
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

function Compute({ page, t }: Props) {
  const { curve, sites, volume, months, asOf } = page;
  const words = t.compute;
  const { before, lead, after } = headlineOf(page, t);
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
              {words.h100eLead} <a href="#h100e">{h100e.title}</a>
            </>
          )}
        </p>
      </section>
      <section class="figure gpus compute">
        <h2>
          {before}
          <strong>{lead}</strong>
          {after}
        </h2>
        {!curve && volume && <p class="key">{words.onlyHours}</p>}
        {curve && <Curve curve={curve} asOfDay={asOf.at.toISOString().slice(0, 10)} t={t} />}
        {curve && <Facts curve={curve} t={t} />}
      </section>
      {sites.length > 0 && <Sites sites={sites} t={t} />}
      {volume && <Volume volume={volume} inUse={page.inUse} t={t} />}
      {months.length > 0 && <MonthsChart months={months} asOf={asOf.at} t={t} />}
      {volume && <Yardsticks {...page.yardsticks} />}
      <Worth {...page.worth} />
      {hasH100e && <Factors factors={page.factors} />}
    </>
  );
}

function Facts({ curve, t }: { curve: CurveModel; t: Messages }) {
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

/** So many rows are read; further ones stand in a fold. */
const ROWS_SHOWN = 5;

interface RowsProps {
  /** Of the fold. */
  id: string;
  heads: string[];
  rows: ComponentChildren[];
  t: Messages;
}

function Rows({ id, heads, rows, t }: RowsProps) {
  // A fold of one row would save nothing.
  const shown = rows.length === ROWS_SHOWN + 1 ? rows.length : ROWS_SHOWN;
  const more = rows.slice(shown);
  return (
    <>
      <Table heads={heads}>{rows.slice(0, shown)}</Table>
      {more.length > 0 && (
        <details id={id}>
          <summary>{t.compute.more(more.length)}</summary>
          <Table heads={heads}>{more}</Table>
        </details>
      )}
    </>
  );
}

interface TableProps {
  heads: string[];
  children: ComponentChildren;
}

const Table = ({ heads, children }: TableProps) => (
  <table class="figures-table">
    <thead>
      <tr>
        {heads.map((head) => (
          <th scope="col" key={head}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);

function Sites({ sites, t }: { sites: SiteLine[]; t: Messages }) {
  const words = t.compute;
  const nameOf = ({ site, name }: SiteLine): string =>
    site === null ? words.siteOthers : (name ?? words.siteUnnamed(site));
  return (
    <section class="wide compute-part">
      <h2>{words.sites}</h2>
      <p class="quiet">{words.sitesLead}</p>
      <Rows
        id="sites-fold"
        heads={[words.site, words.columns.secured, words.columns.pledged, words.days]}
        rows={sites.map((line) => (
          <tr key={line.site}>
            <th scope="row">
              {nameOf(line)} <span class="quiet">{line.models.join(', ')}</span>
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
        t={t}
      />
    </section>
  );
}

function Volume({ volume: { models, total, providers }, inUse, t }: VolumeProps) {
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
        t={t}
      />
      <HoursTable
        id="providers"
        name={words.provider}
        rows={providers.map((row) => ({ ...row, head: row.name ?? words.providerHidden }))}
        t={t}
      />
    </section>
  );
}

interface VolumeProps {
  volume: NonNullable<ComputePage['volume']>;
  inUse: ComputePage['inUse'];
  t: Messages;
}

const STAGES = ['delivered', 'committed', 'pledged'] as const;

interface HoursTableProps {
  id: string;
  name: string;
  rows: (HoursByStage & { head: string })[];
  t: Messages;
}

function HoursTable({ id, name, rows, t }: HoursTableProps) {
  const words = t.compute;
  return (
    <Rows
      id={`${id}-fold`}
      heads={[name, ...STAGES.map((stage) => words.stages[stage])]}
      rows={rows.map((row) => (
        <tr key={row.head}>
          <th scope="row">{row.head}</th>
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
      t={t}
    />
  );
}
