/** The form by which hours that have not come are expected for longer. */
import type { Day } from '../../../server/domain/day.ts';
import { Field, type FormState } from '../../components/form.tsx';
import type { Assets } from '../../pages/page.tsx';
import type { DeskFrame } from '../frame.tsx';
import { renderDeskForm } from '../parts.tsx';
import { t } from '../../words.ts';

export interface ExtendPage {
  frame: DeskFrame;
  ref: string;
  expectedUntil: Day | null;
  form: FormState;
}

export function renderExtend(page: ExtendPage, assets: Assets): string {
  const { frame, ref, expectedUntil, form } = page;
  const named = (name: string) => ({
    name,
    label: t.extend.label(name),
    hint: t.extend.hint(name),
    form,
  });
  return renderDeskForm({
    frame,
    title: t.extend.title(ref),
    text: `${t.extend.text} ${t.extend.now(expectedUntil)}`,
    current: 'shortfall',
    assets,
    form,
    labelOf: t.extend.label,
    action: `/admin/pledges/${ref}/extend`,
    submit: t.extend.send,
    leave: { href: `/admin/pledges/${ref}`, text: t.extend.keep },
    children: (
      <>
        <Field {...named('until')} input={{ type: 'date', size: 14 }} isOptional />
        <Field {...named('reason')} input={{ autocomplete: 'off' }} />
      </>
    ),
  });
}
