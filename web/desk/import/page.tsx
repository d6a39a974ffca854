/** Importing CSV files: the form that takes one, which column each field is in, and what was recorded. */
import { CSV_KINDS } from '../../../server/domain/csv-fields.ts';
import { Fields, labelIn } from '../../components/form-fields.tsx';
import { ErrorSummary, FieldSet } from '../../components/form.tsx';
import type { FormField } from '../../forms/fields.ts';
import type { FieldWords } from '../../messages/shapes.ts';
import type { Assets } from '../../pages/page.tsx';
import { Act, FileField, Refusal, renderDeskForm } from '../parts.tsx';
import { DeskKeys, renderDesk } from '../frame.tsx';
import { columnName, IMPORT, type ImportPage, type ImportsPage, type MatchPage } from './data.ts';
import { t } from '../../words.ts';

const KIND: FormField = { at: 'kind', as: 'choice', initial: CSV_KINDS[0] };

export function renderImports({ frame, form, recent }: ImportsPage, assets: Assets): string {
  const words = t.csv;
  return renderDesk({
    frame,
    title: words.title,
    text: words.text,
    current: 'import',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <>
        <form class="form" method="post" action={IMPORT} encType="multipart/form-data" novalidate>
          <ErrorSummary form={form} labelOf={(name) => labelIn(words.fields, name)} />
          <DeskKeys frame={frame} />
          <Fields fields={[KIND]} words={words.fields} form={form} />
          <FileField form={form} {...words.fields['file']!} />
          <p class="actions">
            <button type="submit">{words.upload}</button>
          </p>
        </form>
        {recent.length > 0 && (
          <section class="own">
            <h2>{words.recent}</h2>
            <ul class="lines">
              {recent.map(({ id, kind, recorded, at, who, undoneAt }) => (
                <li key={id}>
                  <a href={`${IMPORT}/${id}`}>{words.recentLine(kind, recorded, at, who)}</a>{' '}
                  {undoneAt && words.isUndone}
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  });
}

/** The answers that a kind of file needs, apart from questions about days and figures. */
const ANSWER_FIELDS: Record<string, FormField> = {
  currency: {
    at: 'currency_else',
    input: { size: 5, autocomplete: 'off', autocapitalize: 'characters', spellcheck: false },
  },
  kind: { at: 'kind_else', as: 'choice', initial: 'person' },
  shown: { at: 'shown_else', as: 'choice', initial: 'yes' },
};

/** Which questions a page asks: `shown` where names are published. */
const questionsOf = ({ fields }: MatchPage): FormField[] => {
  const has = (at: string): boolean => fields.some((field) => field.at === at);
  return [
    ...(has('currency') ? [ANSWER_FIELDS['currency']!] : []),
    ...(has('kind') ? [ANSWER_FIELDS['kind']!] : []),
    ...(has('public') || has('anonymous') ? [ANSWER_FIELDS['shown']!] : []),
  ];
};

export function renderMatch(page: MatchPage, assets: Assets): string {
  const { frame, id, kind, fields, columns, rows, form, asksOrder, asksMark } = page;
  const words = t.csv.match;
  const options = [
    ['', words.none] as const,
    ...columns.map(
      ({ name, example }, at) =>
        [String(at), [name || words.column(at + 1), example].filter(Boolean).join(' – ')] as const,
    ),
  ];
  const names = fields.map(({ at }) => columnName(at));
  const labels: Record<string, FieldWords> = {
    ...Object.fromEntries(fields.map(({ at }) => [columnName(at), t.csv.columns[at]!])),
    ...t.csv.answers,
    ...(asksOrder && { dayOrder: words.dayOrder(asksOrder) }),
    ...(asksMark && { mark: words.mark(asksMark) }),
  };
  const asked: FormField[] = [
    ...(asksOrder ? [{ at: 'dayOrder', as: 'choice' as const }] : []),
    ...(asksMark ? [{ at: 'mark', as: 'choice' as const }] : []),
    ...questionsOf(page),
  ];
  return renderDeskForm({
    frame,
    title: words.title(kind),
    text: words.text(rows),
    current: 'import',
    assets,
    form,
    action: `${IMPORT}/${id}`,
    words: labels,
    options: Object.fromEntries(names.map((name) => [name, options])),
    fields: names.map((at) => ({ at, as: 'select' })),
    children: asked.length > 0 && (
      <FieldSet title={words.all}>
        <Fields fields={asked} words={labels} form={form} />
      </FieldSet>
    ),
    submit: words.submit,
    cancel: { href: IMPORT, text: t.csv.title },
  });
}

const REASON: FormField = { at: 'reason', as: 'lines' };

/** What was recorded, and undoing it. */
export function renderImport(page: ImportPage, assets: Assets): string {
  const { frame, id, kind, recorded, recordedAt, undoneAt, running, form, refusal } = page;
  const words = t.csv.state;
  const canUndo = recordedAt !== null && undoneAt === null && running === null;
  return renderDesk({
    frame,
    title: words.title(kind),
    current: 'import',
    hasErrors: form.errors.length > 0 || refusal !== null,
    assets,
    children: (
      <section class="own">
        {refusal !== null && <Refusal title={words.noUndo} text={refusal} />}
        {running && (
          <>
            <p role="status">{words.progress[running.what]?.(running.done, running.of)}</p>
            <progress max={running.of} value={running.done} aria-label={words.title(kind)} />
            <p class="quiet">{words.running}</p>
          </>
        )}
        {recordedAt && <p>{words.recorded(recorded ?? 0, kind, recordedAt)}</p>}
        {undoneAt && <p>{words.undone(undoneAt)}</p>}
        {canUndo && (
          <form class="form" method="post" action={`${IMPORT}/${id}/undo`} novalidate>
            <h2>{words.undoTitle}</h2>
            <p>{words.undoText[kind]}</p>
            <DeskKeys frame={frame} />
            <Fields fields={[REASON]} words={words.fields} form={form} />
            <p class="actions">
              <button type="submit">{words.undo}</button>
            </p>
          </form>
        )}
        <p>
          <a href={IMPORT}>{words.again}</a>
        </p>
      </section>
    ),
  });
}

export const LeaveFile = ({ frame, id }: Pick<ImportPage, 'frame' | 'id'>) => (
  <Act frame={frame} action={`${IMPORT}/${id}/leave`} text={t.csv.match.leave} />
);
