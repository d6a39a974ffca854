import type { ComponentChildren } from 'preact';
import { Fields } from '../../components/form-fields.tsx';
import { Actions, FieldSet, idOf, type FormState } from '../../components/form.tsx';
import type { FormField } from '../../forms/fields.ts';
import { Table } from '../../components/table.tsx';
import type { FieldWords } from '../../messages/shapes.ts';
import { Desk, DeskKeys } from '../frame.tsx';
import { MILESTONE_FIELDS, RECIPIENT_FIELDS, TERMS_FIELDS } from './form-fields.ts';
import { ClosingPreview, DeskForm, type DeskFormPage } from '../parts.tsx';
import { t } from '../../words.ts';

export const HOME = '/admin/initiative';

interface FormProps {
  name: 'terms' | 'recipient' | 'milestones';
  form: FormState;
  go: string;
  submit: string;
  children: ComponentChildren;
}

/** The field of an error that asks for the passkey again. */
const TOUCH = 'touch';

export const TouchAgain = ({ form, next }: { form: FormState; next: string }) =>
  form.errors.some(({ field }) => field === TOUCH) ? (
    <p id={TOUCH}>
      <a href={`/admin/touch?next=${next}`} target="_blank" rel="noopener">
        {t.deskInitiative.forms.touch}
      </a>
    </p>
  ) : null;

const labelOf = (name: string): string | null =>
  name === '' ? null : t.deskInitiative.label(name);

function Form({ name, form, go, submit, children }: FormProps) {
  const { forms } = t.deskInitiative;
  const { title, text } = forms[name];
  return (
    <DeskForm
      title={title}
      text={text}
      current="initiative"
      form={form}
      labelOf={labelOf}
      go={go}
      submit={submit}
      cancel={{ href: HOME }}
    >
      <TouchAgain form={form} next={HOME} />
      <input type="hidden" name="seen" value={form.values.get('seen')} />
      {children}
    </DeskForm>
  );
}

const wordsOf = (name: string): FieldWords => ({
  label: t.deskInitiative.label(name),
  hint: t.deskInitiative.hint(name),
});

interface Section {
  title: string;
  text?: string;
  fields: readonly FormField[];
  words?: Record<string, FieldWords>;
}

const Part = ({ of, form }: { of: Omit<Section, 'title'>; form: FormState }) => (
  <Fields
    fields={of.fields}
    words={{ ...Object.fromEntries(of.fields.map(({ at }) => [at, wordsOf(at)])), ...of.words }}
    form={form}
  />
);

const Sections = ({ of, form }: { of: readonly Section[]; form: FormState }) => (
  <>
    {of.map((section) => (
      <FieldSet key={section.title} title={section.title} text={section.text}>
        <Part of={section} form={form} />
      </FieldSet>
    ))}
  </>
);

const why = (hint: string): Section => ({
  title: t.deskInitiative.forms.why,
  fields: TERMS_FIELDS.why,
  words: { reason: { label: t.deskInitiative.label('reason'), hint } },
});

export function TermsFormView({ form }: DeskFormPage) {
  const { terms, reason, review } = t.deskInitiative.forms;
  const sections = [
    {
      title: terms.targets,
      text: terms.targetsText,
      fields: TERMS_FIELDS.targets,
      words: terms.fields,
    },
    { title: terms.when, fields: TERMS_FIELDS.when },
    { title: terms.page, fields: TERMS_FIELDS.page, words: terms.fields },
    { title: terms.end, fields: TERMS_FIELDS.end, words: terms.fields },
    why(reason.hint),
  ];
  return (
    <Form name="terms" form={form} go="review" submit={review}>
      <Sections of={sections} form={form} />
    </Form>
  );
}

/** Whatever buttons come first. */
export const EnterSends = ({ text, value = 'send' }: { text: string; value?: string }) => (
  <button class="unseen" name="go" value={value} tabIndex={-1} aria-hidden="true">
    {text}
  </button>
);

export function RecipientFormView({ form }: DeskFormPage) {
  const { recipient, reasonKept, send } = t.deskInitiative.forms;
  const sections = [
    { title: recipient.sponsor, fields: RECIPIENT_FIELDS.sponsor },
    { title: recipient.earlier, fields: RECIPIENT_FIELDS.earlier, words: recipient.fields },
    { title: recipient.payers, text: recipient.payersText, fields: RECIPIENT_FIELDS.payers },
    why(reasonKept.hint),
  ];
  return (
    <Form name="recipient" form={form} go="send" submit={send}>
      <EnterSends text={send} />
      <Part of={{ fields: RECIPIENT_FIELDS.recipient }} form={form} />
      <Sections of={sections} form={form} />
    </Form>
  );
}

export interface MilestonesFormPage extends DeskFormPage {
  currency: string;
  most: number;
}

export function MilestonesFormView(page: MilestonesFormPage) {
  const words = t.deskInitiative.forms;
  const { form, currency } = page;
  return (
    <Form name="milestones" form={form} go="send" submit={words.save}>
      <EnterSends text={words.save} />
      <Rows page={page} kind="funding" title={words.milestones.funding(currency)} />
      <Rows page={page} kind="gpus" title={words.milestones.gpus} />
    </Form>
  );
}

const rowOf = (kind: 'funding' | 'gpus', index: number): FormField[] =>
  MILESTONE_FIELDS[kind].rows!.fields.map((column) => ({
    ...column,
    at: `${kind}.${index}.${column.at}`,
  }));

const rowsShown = ({ values }: FormState, kind: 'funding' | 'gpus', most: number): number =>
  Math.min(Math.max(Number(values.get(`rows.${kind}`)) || 0, 1), most);

interface RowsProps {
  page: MilestonesFormPage;
  kind: 'funding' | 'gpus';
  title: string;
}

const Rows = ({ page: { form, most }, kind, title }: RowsProps) => (
  <FieldSet title={title} id={`rows-${kind}`}>
    {Array.from({ length: rowsShown(form, kind, most) }, (_, index) => (
      <div class="milestone" key={index}>
        <Part of={{ fields: rowOf(kind, index) }} form={form} />
        <button
          class="minor"
          name="go"
          value={`drop-${kind}-${index}`}
          aria-label={t.deskInitiative.forms.milestones.drop(index)}
          aria-describedby={`rows-${kind}`}
        >
          {t.deskInitiative.forms.milestones.remove}
        </button>
      </div>
    ))}
    <ErrorsAt form={form} kind={kind} />
    <input type="hidden" name={`rows.${kind}`} value={rowsShown(form, kind, most)} />
    {rowsShown(form, kind, most) < most && (
      <button class="minor" name="go" value={`add-${kind}`} aria-describedby={`rows-${kind}`}>
        {t.forms.addRow}
      </button>
    )}
  </FieldSet>
);

const ErrorsAt = ({ form, kind }: { form: FormState; kind: string }) => (
  <span id={idOf(kind)}>
    {form.errors
      .filter(({ field }) => field === kind)
      .map(({ message }) => (
        <span class="error" key={message}>
          {t.forms.error(t.deskInitiative.label(kind), message)}
        </span>
      ))}
  </span>
);

export const INVITE = `${HOME}/invite`;

/** The link is shown once: only its hash is kept. */
export function InvitationView({ link }: { link: string | null }) {
  const { title, text, submit, shown } = t.deskInitiative.invitation;
  return (
    <DeskForm
      title={title}
      text={link === null ? text : shown}
      current="initiative"
      form={{ values: new Map(), errors: [] }}
      submit={link === null ? submit : null}
      cancel={{ href: HOME, ...(link !== null && { text: t.deskInitiative.invitation.back }) }}
    >
      {link !== null && (
        <p>
          <code class="secret">{link}</code>
        </p>
      )}
    </DeskForm>
  );
}

export interface TermsReviewPage {
  values: FormState['values'];
  rows: { field: string; before: string | null; after: string | null }[];
  reason: string;
  /** The public sentence; null if there is no ledger entry. */
  sentence: string | null;
  shares: { field: string; has: bigint; before: bigint | null; after: bigint | null }[];
}

const OWN: ReadonlySet<string> = new Set(['go', 'csrf', 'key']);

export function TermsReviewView(page: TermsReviewPage) {
  const { values, rows, reason, sentence, shares } = page;
  const words = t.deskInitiative.review;
  const closing = rows.find(({ field }) => field === 'closing');
  return (
    <Desk title={words.title} text={words.text} current="initiative">
      <form class="form" method="post" action={`${HOME}/terms`} novalidate>
        <DeskKeys />
        {[...values].map(
          ([name, text]) =>
            !OWN.has(name) && <input type="hidden" key={name} name={name} value={text} />,
        )}
        <Table
          class="before-after"
          rows={rows.filter((row) => row !== closing)}
          columns={[
            ['', ({ field }) => t.deskInitiative.label(field)],
            [t.deskPledge.now, ({ before }) => before ?? t.deskInitiative.none],
            [t.deskPledge.afterwards, ({ after }) => after ?? t.deskInitiative.none],
          ]}
        />
        {shares.map(({ field, has, before, after }) => (
          <p class="after" key={field}>
            {words.share(field, has, before, after)}
          </p>
        ))}
        {closing?.after && <ClosingPreview statement={closing.after} />}
        <p class="quiet">{sentence === null ? words.noEntry : words.sentence}</p>
        <p class="reading">{sentence ?? reason}</p>
        <Actions go="send" text={t.deskInitiative.forms.send}>
          <button class="minor" type="submit" name="go" value="edit">
            {t.deskInitiative.forms.edit}
          </button>
        </Actions>
      </form>
    </Desk>
  );
}
