/** What recording an import would do, row by row where something is wrong. */
import type { Assets } from '../../pages/page.tsx';
import { DeskKeys, renderDesk } from '../frame.tsx';
import { ListTable, Refusal } from '../parts.tsx';
import { IMPORT, type RowsPage } from './data.ts';
import { LeaveFile } from './page.tsx';
import { t } from '../../words.ts';

/** More errors are in the file to download. */
const MOST_SHOWN = 50;

const labelOf = (field: string): string => t.csv.columns[field]?.label ?? t.csv.rows.wholeRow;

export function renderRows(page: RowsPage, assets: Assets): string {
  const { frame, id, kind, good, known, wrong, sums, refusal } = page;
  const words = t.csv.rows;
  return renderDesk({
    frame,
    title: words.title(kind),
    current: 'import',
    hasErrors: refusal !== null,
    assets,
    children: (
      <div class="hand">
        {refusal !== null && <Refusal title={t.queue.again} text={refusal} />}
        <section class="own">
          <ul class="will">
            <li>
              {words.good(good, kind)}{' '}
              {sums.size > 0 && words.sums([...sums].map((sum) => words.sum(...sum)))}
            </li>
            {known > 0 && <li>{words.known(known)}</li>}
            {wrong.length > 0 && (
              <li>
                <strong class="late">{words.wrong(wrong.length)}</strong>
              </li>
            )}
          </ul>
          <Confirm page={page} />
          <LeaveFile frame={frame} id={id} />
        </section>
        <Wrong page={page} />
        <Sample page={page} />
      </div>
    ),
  });
}

interface Props {
  page: RowsPage;
}

const Confirm = ({ page: { frame, id, kind, good, wrong, seen } }: Props) => (
  <form class="form" method="post" action={`${IMPORT}/${id}/record`}>
    <DeskKeys frame={frame} />
    <input type="hidden" name="seen" value={seen} />
    <input type="hidden" name="which" value={wrong.length === 0 ? 'all' : 'good'} />
    <p class="actions">
      {good > 0 && (
        <button type="submit">{t.csv.rows.submit(good, kind, wrong.length === 0)}</button>
      )}
      <a href={`${IMPORT}/${id}`}>{t.csv.rows.back}</a>
    </p>
  </form>
);

function Wrong({ page: { id, wrong } }: Props) {
  const words = t.csv.rows;
  if (wrong.length === 0) return null;
  return (
    <section class="own">
      <h2>{words.wrongTitle}</h2>
      <p>
        <a href={`${IMPORT}/${id}/errors.csv`} download={words.file}>
          {words.download}
        </a>{' '}
        {words.downloadText}
      </p>
      {wrong.length > MOST_SHOWN && <p class="quiet">{words.shownOnly(MOST_SHOWN)}</p>}
      <ListTable
        rows={wrong.slice(0, MOST_SHOWN)}
        columns={[
          [words.row, ({ n }) => n],
          [
            words.error,
            ({ errors }) =>
              errors.map(({ field, message }) => (
                <div key={field + message}>{t.forms.error(labelOf(field), message)}</div>
              )),
          ],
        ]}
      />
    </section>
  );
}

/** Enough to see a column that is in the wrong place. */
function Sample({ page: { sample } }: Props) {
  if (sample.length === 0) return null;
  const fields = Object.keys(Object.assign({}, ...sample.map(({ said }) => said)));
  return (
    <section class="own">
      <h2>{t.csv.rows.sample}</h2>
      <ListTable
        rows={sample}
        columns={[
          [t.csv.rows.row, ({ n }) => n],
          ...fields.map(
            (field) =>
              [labelOf(field), ({ said }: (typeof sample)[number]) => said[field] ?? ''] as const,
          ),
        ]}
      />
    </section>
  );
}

/** As the file of wrong rows has it: in English, after the label. */
export const errorText = (errors: readonly { field: string; message: string }[]): string =>
  errors.map(({ field, message }) => t.forms.error(labelOf(field), message)).join(' ');
