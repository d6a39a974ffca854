import type { ComponentChildren, ComponentProps } from 'preact';
import type { TrailLine } from '../../server/domain/audit-trail.ts';
import { Fields, labelIn, type FieldsProps } from '../components/form-fields.tsx';
import {
  Actions,
  describe,
  ErrorSummary,
  fieldClass,
  Notes,
  type FormState,
} from '../components/form.tsx';
import { Table, type Column } from '../components/table.tsx';
import type { FieldWords } from '../messages/shapes.ts';
import { instant } from '../format.ts';
import { t } from '../words.ts';
import { Desk, DeskKeys, useFrame } from './frame.tsx';

export interface DeskFormPage {
  form: FormState;
}

interface DeskFormProps
  extends
    Omit<ComponentProps<typeof Desk>, 'hasErrors'>,
    Partial<Pick<FieldsProps, 'fields' | 'words' | 'options'>> {
  form: FormState;
  labelOf?: (name: string) => string | null;
  /** Elsewhere than the page's own address. */
  action?: string;
  submit: string | null;
  go?: string | undefined;
  cancel?: { href: string; text?: string };
  class?: string;
  /** Below the other fields, because the server has read them when the file's first byte arrives. */
  file?: FieldWords & { accept?: string };
  after?: ComponentChildren;
}

export function DeskForm({
  form,
  fields = [],
  words = {},
  options = {},
  labelOf = (name) => labelIn(words, name),
  action,
  submit,
  go,
  cancel,
  class: className = 'form',
  file,
  after,
  children,
  ...page
}: DeskFormProps) {
  const { path } = useFrame();
  return (
    <Desk {...page} hasErrors={form.errors.length > 0}>
      <form
        class={className}
        method="post"
        action={action ?? path}
        encType={file && 'multipart/form-data'}
        novalidate
      >
        <ErrorSummary form={form} labelOf={labelOf} />
        <DeskKeys />
        <Fields fields={fields} words={words} options={options} form={form} />
        {children}
        {file && <FileField form={form} {...file} />}
        <Actions text={submit} go={go}>
          {cancel && <a href={cancel.href}>{cancel.text ?? t.forms.cancel}</a>}
        </Actions>
      </form>
      {after}
    </Desk>
  );
}

const FileField = ({
  form,
  accept,
  ...words
}: FieldWords & { form: FormState; accept?: string }) => (
  <div class={fieldClass(form, 'file')}>
    <label for="file">{words.label}</label>
    <Notes name="file" form={form} {...words} />
    <input
      {...describe({ name: 'file', form, ...words }).attributes}
      type="file"
      name="file"
      accept={accept}
    />
  </div>
);

interface LinkLineProps {
  href: string;
  text: string;
  class?: string;
}

export const LinkLine = ({ href, text, ...attributes }: LinkLineProps) => (
  <p {...attributes}>
    <a href={href}>{text}</a>
  </p>
);

interface PartProps {
  title: string;
  class?: string;
  id?: string;
  /** Links beside the title. */
  acts?: ComponentChildren;
  children: ComponentChildren;
}

export const Section = ({ title, class: className = 'own', id, acts, children }: PartProps) => (
  <section class={className} id={id}>
    {acts === undefined ? (
      <h2>{title}</h2>
    ) : (
      <div class="head">
        <h2>{title}</h2>
        {acts}
      </div>
    )}
    {children}
  </section>
);

export const Refusal = ({ title, text }: { title?: string; text: string }) => (
  <div class="errors" role="alert" tabIndex={-1} autofocus>
    {title && <h2>{title}</h2>}
    <p>{text}</p>
  </div>
);

interface RefusedProps {
  form: FormState;
  labelOf: (name: string) => string | null;
}

/** On top of a page: what is refused as a whole, and then the fields with errors. */
export function RefusedForm({ form, labelOf }: RefusedProps) {
  const hasField = ({ field }: { field: string }): boolean => Boolean(labelOf(field));
  return (
    <>
      {form.errors
        .filter((error) => !hasField(error))
        .map(({ message }) => (
          <Refusal key={message} title={t.queue.again} text={message} />
        ))}
      <ErrorSummary form={{ ...form, errors: form.errors.filter(hasField) }} labelOf={labelOf} />
    </>
  );
}

/** What the public reads once a campaign is closed, and what closing does. */
export const ClosingPreview = ({ statement }: { statement: string }) => (
  <>
    <p class="after quiet">{t.closing.shows}</p>
    <blockquote class="as-typed">{statement}</blockquote>
    <p class="after quiet">{t.closing.does}</p>
    <ul class="effects">
      {t.closing.effects.map((effect) => (
        <li key={effect}>{effect}</li>
      ))}
    </ul>
  </>
);

interface ActProps {
  action: string;
  text: string;
  /** The id of what it acts on. */
  of?: string;
  class?: string;
  children?: ComponentChildren;
}

/** Why what was looked at no longer holds, above what holds now. */
export const Overtaken = ({ message }: { message: string | null }) =>
  message === null ? null : (
    <p class="errors" role="alert" tabIndex={-1} autofocus>
      {t.deskPledge.overtaken(message)}
    </p>
  );

export const Act = ({ action, text, of, children, ...attributes }: ActProps) => (
  <form method="post" action={action} {...attributes}>
    <DeskKeys />
    {children}
    <button class="link" type="submit" aria-describedby={of}>
      {text}
    </button>
  </form>
);

interface NoteProps {
  id: string;
  name: string;
  words: FieldWords;
  rows: number;
  form?: FormState | null;
  isRequired?: boolean;
}

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

interface TableProps<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  none?: string;
}

export const ListTable = <Row,>({ rows, columns, none }: TableProps<Row>) =>
  rows.length === 0 && none !== undefined ? (
    <p class="empty">{none}</p>
  ) : (
    <div class="desk-table">
      <Table rows={rows} columns={columns} />
    </div>
  );

interface SectionProps<Row> extends TableProps<Row> {
  title: string;
  children?: ComponentChildren;
}

export const TableSection = <Row,>({ title, none, children, ...table }: SectionProps<Row>) => (
  <Section class="wide" title={title}>
    {table.rows.length === 0 ? (
      <p class="quiet">{none}</p>
    ) : (
      <Table class="figures-table batches" {...table} />
    )}
    {children}
  </Section>
);

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
