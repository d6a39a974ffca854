/** What a board or a fiscal sponsor gets each quarter, on one page that prints. */
import type { Day } from '../../../server/domain/day.ts';
import { STAGES } from '../../../server/domain/stage.ts';
import { addressOf } from '../../components/list.tsx';
import { Table } from '../../components/table.tsx';
import { count, fullAmount, fullDay, gpuHours, instant, percentage } from '../../format.ts';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';
import { Desk, useFrame } from '../frame.tsx';
import { Section } from '../parts.tsx';
import type { Giver, ReportData, ReportKind, StageLine } from './data.ts';

interface ReportPage extends ReportData {
  today: Day;
}

export function ReportView(page: ReportPage) {
  const { from, to, asOf } = page;
  return (
    <Desk current="report">
      <div class="report">
        <Period page={page} />
        <h2>
          {useFrame().initiative.name}, {t.report.period(from, to)}
        </h2>
        <p class="quiet">{t.report.about(t.deskLists.asOf(count(asOf.size), instant(asOf.at)))}</p>
        <Stages page={page} />
        <Largest page={page} />
        <Restricted page={page} />
        <Overdue page={page} />
        <Steps page={page} />
      </div>
    </Desk>
  );
}

function Period({ page: { from, to, today } }: { page: ReportPage }) {
  const year = Number(today.slice(0, 4));
  const presets = [
    [t.report.presets.quarter, {}],
    [t.report.presets.year, { from: `${year}-01-01`, to: today }],
    [t.report.presets.lastYear, { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }],
    [t.report.presets.all, { from: '1990-01-01', to: today }],
  ] as const;
  return (
    <form class="filter list-filter" action="/admin/report">
      {(
        [
          ['from', from],
          ['to', to],
        ] as const
      ).map(([name, day]) => (
        <label key={name}>
          {t.report[name]} <input type="date" name={name} value={day} required />
        </label>
      ))}
      <button type="submit">{t.report.show}</button>
      {presets.map(([text, query]) => (
        <a href={addressOf('/admin/report', query)} key={text}>
          {text}
        </a>
      ))}
    </form>
  );
}

type Write = (base: string) => string;

const writeOf = (kind: ReportKind, currency: string): Write => {
  const write = (base: bigint): string =>
    kind === 'funding' ? fullAmount(base, currency) : gpuHours(base);
  return (base) => (BigInt(base) < 0n ? `−${write(-BigInt(base))}` : write(BigInt(base)));
};

const Written = ({ base, write }: { base: string; write: Write }) =>
  base === '0' ? <span class="none">–</span> : <>{write(base)}</>;

const FIGURES = ['opening', 'added', 'left', 'corrected', 'closing'] as const;

function Stages({ page: { stages, from, to, currency } }: { page: ReportPage }) {
  if (stages.length === 0) return <p class="empty">{t.report.none}</p>;
  const { kinds, columns } = t.report;
  return (['funding', 'compute', 'bought'] as const).map((kind) => {
    // Of a stage that was emptied before the period there is nothing to say.
    const shown = stages.filter(
      (line) => line.kind === kind && FIGURES.some((figure) => line[figure] !== '0'),
    );
    const lines = STAGES.flatMap((stage) => shown.filter((line) => line.stage === stage));
    if (lines.length === 0) return null;
    const write = writeOf(kind, currency);
    const word = kind === 'funding' ? 'funding' : 'compute';
    const headOf = { ...columns, opening: columns.opening(from), closing: columns.closing(to) };
    return (
      <Section
        class="desk-table"
        key={kind}
        title={kind === 'funding' ? kinds.funding(currency) : kinds[kind]}
      >
        <Table
          rows={lines}
          columns={[
            [t.deskPledge.stage, ({ stage }) => t.stageWords[stage][word]],
            ...FIGURES.map(
              (figure) =>
                [
                  headOf[figure],
                  (line: StageLine) => <Written base={line[figure]} write={write} />,
                  'figure-cell',
                ] as const,
            ),
          ]}
        />
      </Section>
    );
  });
}

const GiverLink = ({ of: { signatoryId, name } }: { of: Giver }) => (
  <a href={`/admin/signatories/${signatoryId}`}>{typed(name)}</a>
);

const PledgeLink = ({ of: { ref } }: { of: { ref: string } }) => (
  <a href={`/admin/pledges/${ref}`}>{ref}</a>
);

function Largest({ page: { largest, currency } }: { page: ReportPage }) {
  const words = t.report.largest;
  return (['funding', 'compute'] as const).map((kind) => {
    const lines = largest.filter((line) => line.kind === kind);
    const [first] = lines;
    if (!first) return null;
    const write = writeOf(kind, currency);
    const five = lines.slice(0, 5).reduce((sum, { secured }) => sum + BigInt(secured), 0n);
    return (
      <Section class="desk-table" key={kind} title={`${words.title}: ${words[kind]}`}>
        <p class="quiet">
          {words.concentration(
            percentage(BigInt(first.secured), BigInt(first.whole)),
            lines.length > 5 ? percentage(five, BigInt(first.whole)) : null,
          )}
        </p>
        <Table
          rows={lines}
          columns={[
            [t.deskLists.giver, (line) => <GiverLink of={line} />],
            [
              words.within,
              ({ receivedWithin }) => <Written base={receivedWithin} write={write} />,
              'figure-cell',
            ],
            [
              words.received,
              ({ received }) => <Written base={received} write={write} />,
              'figure-cell',
            ],
            [words.secured, ({ secured }) => write(secured), 'figure-cell'],
            [
              words.share,
              ({ secured, whole }) => percentage(BigInt(secured), BigInt(whole)),
              'figure-cell',
            ],
          ]}
        />
      </Section>
    );
  });
}

function Restricted({ page: { restricted, currency } }: { page: ReportPage }) {
  const words = t.report.restricted;
  const write = writeOf('funding', currency);
  const [first] = restricted;
  return (
    <Section class="desk-table" title={words.title}>
      <p class="quiet">{first ? words.text(write(first.whole)) : words.none}</p>
      {first && (
        <Table
          rows={restricted}
          columns={[
            [t.deskLists.pledges.ref, (line) => <PledgeLink of={line} />],
            [t.deskLists.giver, (line) => <GiverLink of={line} />],
            [words.to, ({ restrictedTo }) => restrictedTo],
            [t.payments.one.amount, ({ secured }) => write(secured), 'figure-cell'],
          ]}
        />
      )}
    </Section>
  );
}

function Overdue({ page: { overdue, currency } }: { page: ReportPage }) {
  const words = t.report.overdue;
  const write = writeOf('funding', currency);
  const [first] = overdue;
  return (
    <Section class="desk-table" title={words.title}>
      <p class="quiet">{first ? words.text(write(first.whole), first.found) : words.none}</p>
      {first && (
        <Table
          rows={overdue}
          columns={[
            [t.deskLists.pledges.ref, (line) => <PledgeLink of={line} />],
            [t.deskLists.giver, (line) => <GiverLink of={line} />],
            [t.deskLists.overdue.due, ({ dueOn }) => fullDay(dueOn)],
            [
              t.deskLists.pledges.outstanding,
              ({ outstanding }) => write(outstanding),
              'figure-cell',
            ],
          ]}
        />
      )}
      {first && first.found > overdue.length && (
        <a href="/admin/overdue?due=overdue">{words.all}</a>
      )}
    </Section>
  );
}

function Steps({ page: { steps, currency, from, to } }: { page: ReportPage }) {
  const words = t.report.steps;
  const [first] = steps;
  return (
    <Section class="desk-table" title={words.title}>
      {!first && <p class="quiet">{words.none}</p>}
      {first && (
        <Table
          rows={steps}
          columns={[
            [t.deskPledge.on, ({ on }) => fullDay(on)],
            [t.deskLists.pledges.ref, (line) => <PledgeLink of={line} />],
            [t.deskLists.giver, (line) => <GiverLink of={line} />],
            [words.what, ({ verb }) => t.deskLists.verbs[verb]],
            [
              t.payments.one.amount,
              ({ base, kind }) =>
                kind === 'funding'
                  ? writeOf(kind, currency)(base)
                  : `${writeOf(kind, currency)(base)} ${t.deskLists.pledges.h100e}`,
              'figure-cell',
            ],
            [t.deskPledge.reason, ({ reason }) => reason],
          ]}
        />
      )}
      {first && first.found > steps.length && (
        <a href={addressOf('/admin/movements', { from, to })}>{words.all(first.found)}</a>
      )}
    </Section>
  );
}
