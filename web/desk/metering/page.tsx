/** A scheduler's records: the form that takes the file, and what recording it would do. */
import { GPUS } from '../../../server/domain/asset.ts';
import {
  describe,
  ErrorSummary,
  Field,
  fieldClass,
  Notes,
  Select,
  type FormState,
} from '../../components/form.tsx';
import { Table } from '../../components/table.tsx';
import type { Assets } from '../../pages/page.tsx';
import { DeskKeys, renderDesk } from '../frame.tsx';
import { Stages } from '../pledge/movement.tsx';
import type { MeteringFormPage, MeteringPage } from './data.ts';
import { t } from '../../words.ts';

const free = { autocomplete: 'off', spellcheck: false, size: 30 } as const;

const labelOf = (name: string): string | null => t.metering.labels[name] ?? null;

export function renderMeteringForm(page: MeteringFormPage, assets: Assets): string {
  const { frame, pledge, giver, path, form, before } = page;
  const field = (name: string) => ({ name, label: labelOf(name)!, form });
  const hints = t.metering.hints;
  return renderDesk({
    frame,
    title: t.metering.title,
    text: (
      <>
        {t.subjectOf(pledge)} {t.deskPledge.from} {giver.name}. {t.standingText(pledge)}
      </>
    ),
    current: 'pledges',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <>
        <form
          class="form hand"
          method="post"
          action={path}
          encType="multipart/form-data"
          novalidate
        >
          <ErrorSummary form={form} labelOf={labelOf} />
          <DeskKeys frame={frame} />
          <p>{t.metering.text}</p>
          <p class="quiet">
            {t.metering.commandHint} <code class="as-typed">{t.metering.command}</code>
          </p>
          <Field
            {...field('cluster')}
            hint={hints.cluster}
            initial={before?.cluster}
            input={{ ...free, size: 18 }}
          />
          <Field {...field('zone')} hint={hints.zone} initial={before?.zone} input={free} />
          <Field
            {...field('gpu')}
            hint={hints.gpu(pledge.asset)}
            initial={before?.gpu}
            input={free}
          />
          <Select
            {...field('untyped')}
            initial={before?.untyped}
            options={[
              ['', t.metering.untyped.no],
              ...GPUS.filter(({ code }) => code === pledge.asset).map(
                ({ code }) => [code, t.metering.untyped.yes(code)] as const,
              ),
            ]}
          />
          <Unusual form={form} />
          <File form={form} />
          <p class="actions">
            <button type="submit">{t.metering.submit}</button>
            <a href={`/admin/pledges/${pledge.ref}`}>{t.metering.leave}</a>
          </p>
        </form>
        <TakeBack page={page} />
      </>
    ),
  });
}

function TakeBack({ page: { frame, path, form, recorded } }: { page: MeteringFormPage }) {
  if (recorded.length === 0) return null;
  const field = (name: string) => ({ name, label: labelOf(name)!, form });
  return (
    <form class="form hand" method="post" action={`${path}/take-back`} novalidate>
      <h2>{t.metering.takeBack.title}</h2>
      <DeskKeys frame={frame} />
      <p>{t.metering.takeBack.text}</p>
      <Select
        {...field('id')}
        options={recorded.map(
          (file) =>
            [file.id, t.metering.takeBack.file(file.cluster, file.batch, file.readAt)] as const,
        )}
      />
      <Field {...field('reason')} hint={t.metering.hints.reason} input={{ autocomplete: 'off' }} />
      <p class="actions">
        <button type="submit">{t.metering.takeBack.submit}</button>
      </p>
    </form>
  );
}

/** Something was typed there, or has to be. */
const isAsked = ({ values, errors }: FormState, name: string): boolean =>
  Boolean(values.get(name)) || errors.some(({ field }) => field === name);

function Unusual({ form }: Pick<MeteringFormPage, 'form'>) {
  const field = (name: string) => ({ name, label: labelOf(name)!, form });
  return (
    <details open={['fields', 'delimiter'].some((name) => isAsked(form, name))}>
      <summary>{t.metering.unusual}</summary>
      <Field {...field('fields')} isOptional hint={t.metering.hints.fields} input={free} />
      <Field
        {...field('delimiter')}
        isOptional
        hint={t.metering.hints.delimiter}
        input={{ ...free, size: 4 }}
      />
    </details>
  );
}

/** It stands last, so that all else has been read when its first byte comes. */
function File({ form }: Pick<MeteringFormPage, 'form'>) {
  const field = { name: 'file', label: labelOf('file')!, hint: t.metering.hints.file, form };
  return (
    <div class={fieldClass(form, 'file')}>
      <label for="file">{field.label}</label>
      <Notes {...field} />
      <input {...describe(field).attributes} type="file" name="file" />
    </div>
  );
}

export function renderMetering(page: MeteringPage, assets: Assets): string {
  const { frame, pledge, who, overtaken } = page;
  return renderDesk({
    frame,
    title: t.metering.report.title,
    text: `${t.subjectOf(pledge)} ${t.deskPledge.from} ${who}`,
    current: 'pledges',
    hasErrors: overtaken !== null,
    assets,
    children: (
      <div class="hand">
        {overtaken && (
          <p class="errors" role="alert" tabIndex={-1} autofocus>
            {t.deskPledge.overtaken(overtaken)}
          </p>
        )}
        <WillBe page={page} />
        {page.report.counted.from && !page.isUse && <Stages {...page} />}
        <InFile page={page} />
        <Confirm page={page} />
      </div>
    ),
  });
}

interface Props {
  page: MeteringPage;
}

function WillBe({ page: { report, pledge, days, sha256, isUse } }: Props) {
  const { jobs, gpuSeconds, from, to } = report.counted;
  const { overstated } = report;
  const words = t.metering.report;
  return (
    <section class="own">
      <h2>{words.willBe}</h2>
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
    </section>
  );
}

/** All that the file says, and why the rest of it does not count. */
function InFile({ page }: Props) {
  const { report } = page;
  const words = t.metering.report;
  return (
    <section class="own">
      <h2>{words.file}</h2>
      <p>{words.jobs(report.jobs, report.running, report.gpuSeconds)}</p>
      <Table
        class="figures-table"
        caption={words.months}
        rows={report.months}
        columns={[
          [words.month, ({ month }) => words.monthOf(month)],
          [words.model, ({ model }) => model ?? words.noModel],
          [words.hours, ({ gpuSeconds }) => words.figure(gpuSeconds)],
        ]}
      />
      {report.skipped.length > 0 && (
        <Table
          class="figures-table"
          caption={words.skipped}
          rows={report.skipped}
          columns={[
            [words.why, ({ reason, type }) => words.reason(reason, type)],
            [words.hours, ({ gpuSeconds }) => words.figure(gpuSeconds)],
          ]}
        />
      )}
      <Rows page={page} />
    </section>
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

const Confirm = ({ page: { frame, path, id, seen, pledge, report } }: Props) => (
  <form class="form" method="post" action={path}>
    <DeskKeys frame={frame} />
    <input type="hidden" name="seen" value={seen} />
    <p class="actions">
      {report.counted.from && <button type="submit">{t.metering.report.submit}</button>}
      <a href={`/admin/pledges/${pledge.ref}/metering?as=${id}`}>{t.metering.report.again}</a>
      <a href={`/admin/pledges/${pledge.ref}`}>{t.metering.leave}</a>
    </p>
  </form>
);
