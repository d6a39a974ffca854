import type { Day } from '../../../server/domain/day.ts';
import type { FormState } from '../../components/form.tsx';
import { EXTEND_FIELDS } from '../../forms/desk.ts';
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

export const renderExtend = (page: ExtendPage, assets: Assets): string =>
  renderDeskForm({
    frame: page.frame,
    title: t.extend.title(page.ref),
    text: `${t.extend.text} ${t.extend.now(page.expectedUntil)}`,
    current: 'shortfall',
    assets,
    form: page.form,
    fields: EXTEND_FIELDS,
    words: t.extend.fields,
    action: `/admin/pledges/${page.ref}/extend`,
    submit: t.extend.send,
    cancel: { href: `/admin/pledges/${page.ref}`, text: t.extend.keep },
  });
