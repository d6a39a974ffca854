import { Fields } from '../../components/form-fields.tsx';
import { Actions, type FormState } from '../../components/form.tsx';
import { METERING_FIELDS, UNUSUAL_FIELDS } from '../../forms/desk.ts';
import type { FormField } from '../../forms/fields.ts';
import { Table } from '../../components/table.tsx';
import { Desk, DeskKeys } from '../frame.tsx';
import { DeskForm, Overtaken, Section, type DeskFormPage } from '../parts.tsx';
import { Stages } from '../pledge/movement.tsx';
import { t } from '../../words.ts';
import type { MeteringReport, RowCounts } from '../../../server/domain/metering.ts';
import type { BeforeAfter } from '../../data/desk.ts';
import type { PledgeLine } from '../../data/pages.ts';
import type { DeskPledge } from '../pledge/data.ts';

export interface MeteringFormPage extends DeskPledge, DeskFormPage {
  path: string;
  /** Files that can be undone here: use of hours kept available. Others are undone as changes. */
  recorded: { id: string; cluster: string; batch: string; readAt: Date }[];
}

export interface MeteringPage extends BeforeAfter {
  path: string;
  id: string;
  pledge: PledgeLine;
  who: string;
  cluster: string;
  zone: string | null;
  sha256: string;
  counts: RowCounts;
  report: MeteringReport;
  days: number;
  /** Use of hours kept available: nothing is received. */
  isUse: boolean;
  seen: string;
  /** Why it would now do something else than it did when the admin looked. */
  overtaken: string | null;
}

const TAKE_BACK: readonly FormField[] = [
  { at: 'id', as: 'select' },
  { at: 'reason', input: { autocomplete: 'off' } },
];

export function MeteringFormView(page: MeteringFormPage) {
  const { pledge, giver, path, form } = page;
  const words = t.metering.fields(pledge.asset);
  return (
    <DeskForm
      title={t.metering.title}
      text={
        <>
          {t.subjectOf(pledge)} {t.deskPledge.from} {giver.name}. {t.standingText(pledge)}
        </>
      }
      current="pledges"
      form={form}
      class="form spaced"
      action={path}
      words={words}
      file={words.file}
      submit={t.metering.submit}
      cancel={{ href: `/admin/pledges/${pledge.ref}` }}
      after={<TakeBack page={page} />}
    >
      <p>{t.metering.text}</p>
      <p class="quiet">
        {t.metering.commandHint} <code class="as-typed">{t.metering.command}</code>
      </p>
      <Fields
        fields={METERING_FIELDS}
        words={words}
        options={{ untyped: t.metering.untyped(pledge.asset) }}
        form={form}
      />
      <details open={UNUSUAL_FIELDS.some(({ at }) => isAsked(form, at))}>
        <summary>{t.metering.unusual}</summary>
        <Fields fields={UNUSUAL_FIELDS} words={words} form={form} />
      </details>
    </DeskForm>
  );
}

function TakeBack({ page: { path, form, recorded, pledge } }: { page: MeteringFormPage }) {
  if (recorded.length === 0) return null;
  return (
    <form class="form spaced" method="post" action={`${path}/take-back`} novalidate>
      <h2>{t.metering.takeBack.title}</h2>
      <DeskKeys />
      <p>{t.metering.takeBack.text}</p>
      <Fields
        fields={TAKE_BACK}
        words={t.metering.fields(pledge.asset)}
        options={{
          id: recorded.map(({ id, cluster, batch, readAt }) => [
            id,
            t.metering.takeBack.file(cluster, batch, readAt),
          ]),
        }}
        form={form}
      />
      <Actions text={t.metering.takeBack.submit} />
    </form>
  );
}

const isAsked = ({ values, errors }: FormState, name: string): boolean =>
  Boolean(values.get(name)) || errors.some(({ field }) => field === name);

export function MeteringView(page: MeteringPage) {
  const { pledge, who, overtaken } = page;
  return (
    <Desk
      title={t.metering.report.title}
      text={`${t.subjectOf(pledge)} ${t.deskPledge.from} ${who}`}
      current="pledges"
      hasErrors={overtaken !== null}
    >
      <div class="spaced">
        <Overtaken message={overtaken} />
        <WillBe page={page} />
        {page.report.counted.from && !page.isUse && <Stages {...page} />}
        <InFile page={page} />
        <Confirm page={page} />
      </div>
    </Desk>
  );
}

interface Props {
  page: MeteringPage;
}

function WillBe({ page: { report, pledge, days, sha256, isUse } }: Props) {
  const { jobs, gpuSeconds, from, to } = report.counted;
  const { overstated } = report;
  const words = t.metering.report;
  return (
    <Section title={words.willBe}>
      {from === null || to === null ? (
        <p>{words.nothing}</p>
      ) : (
        <ul class="will">
          <li>{words.counted(gpuSeconds, pledge.asset, jobs)}</li>
          <li>{isUse ? words.use(days, from, to) : words.days(days, from, to)}</li>
          <li class="as-typed">{words.evidence(sha256)}</li>
          {report.beyond > 0n && (
            <li>
              <strong class="late">{words.beyond(report.beyond)}</strong>
            </li>
          )}
        </ul>
      )}
      {overstated.jobs > 0 && (
        <p>
          <strong class="late">
            {words.overstated(overstated.gpuSeconds, overstated.jobs, overstated.batches)}
          </strong>
        </p>
      )}
    </Section>
  );
}

function InFile({ page }: Props) {
  const { report } = page;
  const words = t.metering.report;
  return (
    <Section title={words.file}>
      <p>{words.jobs(report.jobs, report.running, report.gpuSeconds)}</p>
      <Table
        class="figures-table"
        caption={words.months}
        isCaptionSeen
        rows={report.months}
        columns={[
          [t.charts.month, ({ month }) => words.monthOf(month)],
          [t.compute.model, ({ model }) => model ?? words.noModel],
          [t.deskPledge.labels.gpuHours, ({ gpuSeconds }) => words.figure(gpuSeconds)],
        ]}
      />
      {report.skipped.length > 0 && (
        <Table
          class="figures-table"
          caption={words.skipped}
          isCaptionSeen
          rows={report.skipped}
          columns={[
            [words.why, ({ reason, type }) => words.reason(reason, type)],
            [t.deskPledge.labels.gpuHours, ({ gpuSeconds }) => words.figure(gpuSeconds)],
          ]}
        />
      )}
      <Rows page={page} />
    </Section>
  );
}

function Rows({ page: { counts, report, cluster, zone } }: Props) {
  const words = t.metering.report;
  const lines: [number, string][] = [
    ...Object.entries(words.rows).map(([name, text]): [number, string] => [
      counts[name as keyof typeof counts] ?? 0,
      text,
    ]),
    [report.repeated, words.repeated],
    [counts.unreadable, words.unreadable(counts.firstUnreadable ?? 0)],
  ];
  const left = lines.filter(([figure]) => figure > 0);
  return (
    <>
      <p class="quiet">
        {words.read(counts.rows, cluster, zone)} {left.length > 0 && words.left}
      </p>
      {left.length > 0 && (
        <ul class="quiet">
          {left.map(([figure, text]) => (
            <li key={text}>{words.row(figure, text)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const Confirm = ({ page: { path, id, seen, pledge, report } }: Props) => (
  <form class="form" method="post" action={path}>
    <DeskKeys />
    <input type="hidden" name="seen" value={seen} />
    <Actions text={report.counted.from && t.metering.report.submit}>
      <a href={`/admin/pledges/${pledge.ref}/metering?as=${id}`}>{t.metering.report.again}</a>
      <a href={`/admin/pledges/${pledge.ref}`}>{t.forms.cancel}</a>
    </Actions>
  </form>
);
