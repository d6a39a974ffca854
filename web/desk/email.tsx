/** An email before it is sent: its words, as people will read them. */
import { Hidden, type FormState } from '../components/form.tsx';
import type { Assets } from '../pages/page.tsx';
import type { DeskFrame, DeskPage } from './frame.tsx';
import { renderDeskForm } from './parts.tsx';

export const LAST_EMAIL = '/admin/initiative/last-email';

export interface EmailPage {
  frame: DeskFrame;
  form?: FormState;
  title: string;
  lead: string;
  current: DeskPage;
  subject: string;
  text: string;
  action: string;
  /** Null where it goes to nobody. */
  submit: string | null;
  cancel: { href: string; text: string };
  seen?: string;
}

export const renderEmail = (
  { form = { values: new Map(), errors: [] }, lead, subject, text, seen, ...page }: EmailPage,
  assets: Assets,
): string =>
  renderDeskForm({
    ...page,
    text: lead,
    form,
    assets,
    children: (
      <>
        <Hidden values={{ seen }} />
        <blockquote class="as-typed">
          <b>{subject}</b>
          {`\n\n${text}`}
        </blockquote>
      </>
    ),
  });
