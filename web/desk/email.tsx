/** An email before it is sent: its words, as people will read them. */
import { Hidden, type FormState } from '../components/form.tsx';
import type { DeskPage } from './frame.tsx';
import { DeskForm } from './parts.tsx';

export const LAST_EMAIL = '/admin/initiative/last-email';

export interface EmailPage {
  form?: FormState;
  title: string;
  lead: string;
  current: DeskPage;
  subject: string;
  text: string;
  /** Null where it goes to nobody. */
  submit: string | null;
  cancel: { href: string; text: string };
  seen?: string;
}

export const EmailView = ({
  form = { values: new Map(), errors: [] },
  lead,
  subject,
  text,
  seen,
  ...page
}: EmailPage) => (
  <DeskForm {...page} text={lead} form={form}>
    <Hidden values={{ seen }} />
    <blockquote class="as-typed">
      <b>{subject}</b>
      {`\n\n${text}`}
    </blockquote>
  </DeskForm>
);
