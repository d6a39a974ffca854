/** What pages of the desk share. */
import type { ComponentChildren } from 'preact';
import type { TrailLine } from '../../server/domain/audit-trail.ts';
import { ErrorSummary, type FormState } from '../components/form.tsx';
import { instant } from '../format.ts';
import { t } from '../words.ts';
import { DeskKeys, renderDesk, type DeskFrame, type DeskPageProps } from './frame.tsx';

interface DeskFormProps extends Omit<DeskPageProps, 'hasErrors'> {
  form: FormState;
  labelOf: (name: string) => string | null;
  action: string;
  /** The buttons, or the words of the only one; null where nothing can be sent. */
  submit: ComponentChildren;
  /** Where one goes who leaves it as it is. */
  leave?: { href: string; text: string };
  class?: string;
}

/** A page that is one form. */
export const renderDeskForm = ({
  form,
  labelOf,
  action,
  submit,
  leave,
  class: className = 'form',
  children,
  ...page
}: DeskFormProps): string =>
  renderDesk({
    ...page,
    hasErrors: form.errors.length > 0,
    children: (
      <form class={className} method="post" action={action} novalidate>
        <ErrorSummary form={form} labelOf={labelOf} />
        <DeskKeys frame={page.frame} />
        {children}
        <p class="actions">
          {typeof submit === 'string' ? <button type="submit">{submit}</button> : submit}{' '}
          {leave && <a href={leave.href}>{leave.text}</a>}
        </p>
      </form>
    ),
  });

/** Why something was not done, where no field is to blame. */
export const Refusal = ({ title, text }: { title?: string; text: string }) => (
  <div class="errors" role="alert" tabIndex={-1} autofocus>
    {title && <h2>{title}</h2>}
    <p>{text}</p>
  </div>
);

interface ActProps {
  frame: DeskFrame;
  action: string;
  text: string;
  class?: string;
  /** What the form asks or carries. */
  children?: ComponentChildren;
}

/** An act that takes one click. */
export const Act = ({ frame, action, text, children, ...attributes }: ActProps) => (
  <form method="post" action={action} {...attributes}>
    <DeskKeys frame={frame} />
    {children}
    <button class="link" type="submit">
      {text}
    </button>
  </form>
);

interface NoteProps {
  id: string;
  name: string;
  words: { label: string; hint: string };
  rows: number;
  /** What was typed, and what is wrong with it. */
  form?: FormState | null;
  isRequired?: boolean;
}

/** What an admin writes beside a decision. */
export function Note({ id, name, words: { label, hint }, rows, form, isRequired }: NoteProps) {
  const error = form?.errors.find(({ field }) => field === name);
  return (
    <>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {error && (
        <p class="error" id={`${id}-error`}>
          {t.forms.error(label, error.message)}
        </p>
      )}
      <textarea
        id={id}
        name={name}
        rows={rows}
        required={isRequired}
        maxLength={isRequired ? 1000 : undefined}
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
        aria-invalid={error && ('true' as const)}
      >
        {form?.values.get(name)}
      </textarea>
    </>
  );
}

export const Trail = ({ lines }: { lines: readonly TrailLine[] }) => (
  <ul class="trail">
    {lines.map((line) => (
      <li key={line.id}>
        <time datetime={line.at.toISOString()}>{instant(line.at)}</time> {t.audit.who(line.doer)}{' '}
        {t.audit.did(line)}
      </li>
    ))}
  </ul>
);
