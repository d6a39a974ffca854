/** Importing CSV files: the form that takes one, which column each field is in, and what its rows come to. */
import {
  CSV_FIELDS,
  CSV_KINDS,
  type CsvAnswers,
  type CsvKind,
} from '../../../server/domain/csv-fields.ts';
import { Fields } from '../../components/form-fields.tsx';
import { Actions, type Option } from '../../components/form.tsx';
import type { FormField } from '../../forms/fields.ts';
import type { FieldWords } from '../../messages/shapes.ts';
import { t } from '../../words.ts';
import { DESK_PAGES, Desk, DeskKeys, type DeskPage } from '../frame.tsx';
import { Act, DeskForm, Refusal, Section, type DeskFormPage } from '../parts.tsx';
import { Sample, Wrong, type Row } from './rows.tsx';

export const IMPORT = '/admin/import';

/** The names of the answers, beside which column each field is in. */
export const ANSWERS = ['shown', 'dayOrder', 'leftOut'] as const;

export const columnName = (at: string): string => `column.${at}`;

interface Listed {
  id: string;
  kind: CsvKind;
  /** How many rows; null before they are recorded. */
  recorded: number | null;
  undoneAt: Date | null;
}

export interface ImportsPage extends DeskFormPage {
  recent: (Listed & { at: Date; who: string })[];
}

/** What recording would do. */
export interface CsvPlan {
  file: { header: string[]; rows: unknown[] };
  good: number;
  known: number;
  sums: ReadonlyMap<string, bigint>;
  /** Too few givers to hide each other have anonymous pledges in it. */
  identifies: boolean;
  sample: Row[];
  wrong: Row[];
  seen: string;
  /** Of which only an admin can tell what it means. */
  unclearDay: string | null;
  /** Fields that every row needs, and no column has. */
  missing: string[];
  /** Columns that no field reads. */
  unread: { column: number; name: string }[];
  /** Why nothing of it may be recorded. */
  blocked: string | null;
}

export interface ImportPage extends Listed {
  answers: CsvAnswers | null;
  /** The admin whose import the columns are taken from. */
  likeWhom: string | null;
  recordedAt: Date | null;
  /** While it is recorded or undone here. */
  running: { what: string; done: number; of: number } | null;
  /** Before it is recorded. */
  plan: CsvPlan | null;
  refusal: string | null;
}

const KIND: FormField = { at: 'kind', as: 'choice', initial: CSV_KINDS[0] };

export function ImportsView({ form, recent }: ImportsPage) {
  const words = t.csv;
  return (
    <DeskForm
      title={words.title}
      text={words.text}
      current="import"
      form={form}
      action={IMPORT}
      fields={[KIND]}
      words={words.fields}
      file={words.fields['file']!}
      submit={words.upload}
      after={
        recent.length > 0 && (
          <Section title={words.recent}>
            <ul class="lines">
              {recent.map(({ id, kind, recorded, at, who, undoneAt }) => (
                <li key={id}>
                  <a href={`${IMPORT}/${id}`}>{words.recentLine(kind, recorded, at, who)}</a>{' '}
                  {undoneAt && words.isUndone}
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    />
  );
}

/** Where one sees what was recorded. */
const SEEN_IN = {
  signatories: 'signatories',
  pledges: 'pledges',
  agreements: 'movements',
  receipts: 'movements',
} as const satisfies Record<CsvKind, DeskPage>;

export function ImportView(page: ImportPage) {
  const { kind, recorded, recordedAt, undoneAt, running, plan, refusal } = page;
  const words = t.csv.state;
  return (
    <Desk title={t.csv.importOf(kind)} current="import" hasErrors={refusal !== null}>
      <div class="spaced">
        {refusal !== null && <Refusal text={refusal} />}
        {running && (
          <section class="own">
            <p role="status">{words.progress[running.what]?.(running.done, running.of)}</p>
            <progress max={running.of} value={running.done} aria-label={t.csv.importOf(kind)} />
            <p class="quiet">{words.running}</p>
          </section>
        )}
        {plan && (
          <>
            <Columns page={page} plan={plan} />
            <Result page={page} plan={plan} />
            <div class="own">
              {plan.wrong.length > 0 && (
                <Wrong rows={plan.wrong} file={`${IMPORT}/${page.id}/errors.csv`} />
              )}
            </div>
            <div class="own">{plan.good > 0 && <Sample rows={plan.sample} kind={kind} />}</div>
          </>
        )}
        {recordedAt && (
          <p>
            {words.recorded(recorded ?? 0, kind, recordedAt)}{' '}
            <a href={DESK_PAGES[SEEN_IN[kind]].path}>{t.desk.nav[SEEN_IN[kind]]}</a>
          </p>
        )}
        {undoneAt && <p>{words.undone(undoneAt)}</p>}
        {recordedAt && !undoneAt && !running && <Undo page={page} />}
        <p>
          <a href={IMPORT}>{words.again}</a>
        </p>
      </div>
    </Desk>
  );
}

const Undo = ({ page: { id, kind } }: { page: ImportPage }) => (
  <Section title={t.csv.undo.title}>
    <p>{t.csv.undo.text(kind)}</p>
    <Act action={`${IMPORT}/${id}/undo`} text={t.csv.undo.submit} />
  </Section>
);

interface Props {
  page: ImportPage;
  plan: CsvPlan;
}

function Result({ page: { id, kind }, plan }: Props) {
  const { good, known, wrong, sums, seen, identifies, missing, blocked } = plan;
  const words = t.csv.rows;
  return (
    <section class="own">
      {missing.length > 0 ? (
        <p class="late">{words.missing(missing)}</p>
      ) : (
        <p>
          {words.good(good, kind)} {sums.size > 0 && words.sums([...sums])}
        </p>
      )}
      {known > 0 && <p>{words.known(known)}</p>}
      {wrong.length > 0 && <p class="late">{words.wrong(wrong.length)}</p>}
      {identifies && <p class="late">{words.identifies}</p>}
      {blocked !== null && <p class="late">{blocked}</p>}
      {good > 0 && blocked === null && (
        <form class="form" method="post" action={`${IMPORT}/${id}/record`}>
          <DeskKeys />
          <input type="hidden" name="seen" value={seen} />
          {identifies && (
            <label class="tick">
              <input type="checkbox" name="alone" value="yes" required /> {words.alone}
            </label>
          )}
          <Actions text={words.submit(good, kind, wrong.length === 0)} />
        </form>
      )}
    </section>
  );
}

function Columns({ page: { id, kind, answers, likeWhom }, plan }: Props) {
  const { file, unclearDay, unread } = plan;
  const words = t.csv.match;
  const fields = CSV_FIELDS[kind];
  const options: Option[] = [
    ['', words.none],
    ...file.header.map((name, at): Option => [String(at), name || words.column(at + 1)]),
  ];
  const columns = fields.map(({ at }): FormField => ({ at: columnName(at), as: 'select' }));
  const labels: Record<string, FieldWords> = {
    ...Object.fromEntries(fields.map(({ at }) => [columnName(at), { label: t.csv.labelOf(at) }])),
    dayOrder: words.dayOrder(unclearDay ?? ''),
    shown: words.shown,
    leftOut: words.leftOut(unread),
  };
  const hasNames = kind === 'signatories' || kind === 'pledges';
  const asked: FormField[] = [
    ...(unclearDay === null ? [] : [{ at: 'dayOrder', as: 'choice' as const }]),
    ...(hasNames ? [{ at: 'shown', as: 'choice' as const }] : []),
    ...(unread.length > 0 ? [{ at: 'leftOut', as: 'tick' as const }] : []),
  ];
  const { columns: chosen = {}, shown, dayOrder, leftOut, like } = answers ?? {};
  const values = new Map<string, string>([
    ...Object.entries(chosen).map(([at, column]) => [columnName(at), String(column)] as const),
    ['shown', shown ? 'yes' : 'no'],
    ['dayOrder', dayOrder ?? ''],
    [
      'leftOut',
      String(unread.map(({ column }) => column).filter((each) => leftOut?.includes(each))),
    ],
  ]);
  const form = { values, errors: [] };
  const all = Object.fromEntries(columns.map(({ at }) => [at, options]));
  return (
    <form class="form" method="post" action={`${IMPORT}/${id}`} novalidate>
      <p>
        {words.text(file.rows.length)} {like && likeWhom && words.like(like.on, likeWhom)}
      </p>
      <DeskKeys />
      <Fields fields={asked} words={labels} form={form} />
      <details open={unread.length > 0 || (plan.good === 0 && unclearDay === null)}>
        <summary>{words.title}</summary>
        <Fields fields={columns} words={labels} options={all} form={form} />
      </details>
      <Actions text={words.submit} />
    </form>
  );
}
