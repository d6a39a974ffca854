/** The form by which hours that have not come are expected for longer. */
import type { Day } from '../../server/domain/day.ts';
import { ErrorSummary, Field, type FormState } from '../components/form.tsx';
import { deskExtend as t } from '../messages/en-desk-extend.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from './frame.tsx';

export interface ExtendPage {
  frame: DeskFrame;
  ref: string;
  expectedUntil: Day | null;
  form: FormState;
}

export function renderExtend(page: ExtendPage, assets: Assets): string {
  const { frame, ref, expectedUntil, form } = page;
  const named = (name: string) => ({ name, label: t.label(name), hint: t.hint(name), form, t: en });
  return renderDesk({
    frame,
    title: t.title(ref),
    text: `${t.text} ${t.now(expectedUntil)}`,
    current: 'shortfall',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={`/admin/pledges/${ref}/extend`} novalidate>
        <ErrorSummary form={form} labelOf={t.label} t={en} />
        <DeskKeys frame={frame} />
        <Field {...named('until')} input={{ type: 'date', size: 14 }} isOptional />
        <Field {...named('reason')} input={{ autocomplete: 'off' }} />
        <p class="actions">
          <button type="submit">{t.send}</button>
          <a href={`/admin/pledges/${ref}`}>{t.keep}</a>
        </p>
      </form>
    ),
  });
}
