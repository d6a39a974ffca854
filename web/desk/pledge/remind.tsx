/** A reminder before it is sent: its words, as the giver will read them. */
import type { Assets } from '../../pages/page.tsx';
import { renderDeskForm } from '../parts.tsx';
import type { DeskFrame } from '../frame.tsx';
import { t } from '../../words.ts';

export interface RemindPage {
  frame: DeskFrame;
  ref: string;
  to: string;
  subject: string;
  text: string;
}

export const renderRemind = (
  { frame, ref, to, subject, text }: RemindPage,
  assets: Assets,
): string =>
  renderDeskForm({
    frame,
    title: t.emails.remind.title(ref),
    text: t.emails.remind.text(to),
    current: 'overdue',
    assets,
    form: { values: new Map(), errors: [] },
    action: `/admin/pledges/${ref}/remind`,
    submit: t.emails.remind.send,
    cancel: { href: `/admin/pledges/${ref}`, text: t.emails.remind.cancel },
    children: (
      <blockquote class="as-typed">
        <b>{subject}</b>
        {`\n\n${text}`}
      </blockquote>
    ),
  });
