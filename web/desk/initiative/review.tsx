import type { FormState } from '../../components/form.tsx';
import { Table } from '../../components/table.tsx';
import type { Assets } from '../../pages/page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from '../frame.tsx';
import { HOME } from './forms.tsx';
import { t } from '../../words.ts';

export interface TermsReviewPage {
  frame: DeskFrame;
  values: FormState['values'];
  rows: { field: string; before: string | null; after: string | null }[];
  reason: string;
  /** The public sentence; null if there is no ledger entry. */
  sentence: string | null;
  shares: { field: string; has: bigint; before: bigint | null; after: bigint | null }[];
}

const OWN: ReadonlySet<string> = new Set(['go', 'csrf', 'key']);

export function renderTermsReview(page: TermsReviewPage, assets: Assets): string {
  const { frame, values, rows, reason, sentence, shares } = page;
  const words = t.deskInitiative.review;
  return renderDesk({
    frame,
    title: words.title,
    text: words.text,
    current: 'initiative',
    assets,
    children: (
      <form class="form" method="post" action={`${HOME}/terms`} novalidate>
        <DeskKeys frame={frame} />
        {[...values].map(
          ([name, text]) =>
            !OWN.has(name) && <input type="hidden" key={name} name={name} value={text} />,
        )}
        <Table
          class="before-after"
          rows={rows}
          columns={[
            ['', ({ field }) => t.deskInitiative.label(field)],
            [words.before, ({ before }) => before ?? t.deskInitiative.none],
            [words.after, ({ after }) => after ?? t.deskInitiative.none],
          ]}
        />
        {shares.map(({ field, has, before, after }) => (
          <p class="after" key={field}>
            {words.share(field, has, before, after)}
          </p>
        ))}
        <p class="quiet">{sentence === null ? words.noEntry : words.sentence}</p>
        <p class="reading">{sentence ?? reason}</p>
        <p class="actions">
          <button type="submit" name="go" value="send">
            {t.deskInitiative.forms.send}
          </button>
          <button class="minor" type="submit" name="go" value="edit">
            {t.deskInitiative.forms.edit}
          </button>
        </p>
      </form>
    ),
  });
}
