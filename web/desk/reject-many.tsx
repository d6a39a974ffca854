/** Rejecting many signatures that wait: first which they are, then one button. */
import { ErrorSummary, Field, TextArea, type FormState } from '../components/form.tsx';
import { deskQueue } from '../messages/en-desk-queue.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk } from './frame.tsx';
import type { RejectManyPage } from './queue-model.ts';
import { signatoryPath } from './queue-parts.tsx';
import { REJECT_MANY } from './queue.tsx';

const t = deskQueue.many;
const LABELS: Record<string, string> = {
  domain: t.domain,
  pattern: t.pattern,
  reason: deskQueue.reject.label,
};
const labelOf = (name: string): string | null => LABELS[name] ?? null;

export function renderRejectMany(page: RejectManyPage, assets: Assets): string {
  const { frame, form, preview } = page;
  return renderDesk({
    frame,
    title: t.title,
    text: t.text,
    current: 'queue',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <>
        <Refusal form={form} />
        <Which form={form} />
        {preview && <Preview page={page} preview={preview} />}
      </>
    ),
  });
}

/** What is about no field stands in a sentence of its own. */
function Refusal({ form }: { form: FormState }) {
  const whole = form.errors.filter(({ field }) => labelOf(field) === null);
  const errors = form.errors.filter(({ field }) => labelOf(field) !== null);
  return (
    <>
      {whole.map(({ message }) => (
        <div class="errors" role="alert" tabIndex={-1} autofocus key={message}>
          <h2>{deskQueue.again}</h2>
          <p>{message}</p>
        </div>
      ))}
      <ErrorSummary form={{ ...form, errors }} labelOf={labelOf} t={en} />
    </>
  );
}

const Which = ({ form }: { form: FormState }) => (
  <form class="form which" action={REJECT_MANY} novalidate>
    <Field
      name="domain"
      label={t.domain}
      hint={t.domainHint}
      isOptional
      form={form}
      input={{ size: 30, autocomplete: 'off', spellcheck: false }}
      t={en}
    />
    <Field
      name="pattern"
      label={t.pattern}
      hint={t.patternHint}
      isOptional
      form={form}
      input={{ size: 30, autocomplete: 'off', spellcheck: false }}
      t={en}
    />
    <p class="actions">
      <button type="submit">{t.show}</button>
      <a href="/admin">{t.keep}</a>
    </p>
  </form>
);

interface PreviewProps {
  page: RejectManyPage;
  preview: NonNullable<RejectManyPage['preview']>;
}

function Preview({ page: { frame, form }, preview }: PreviewProps) {
  const { count, pledges, shown, seen, upTo } = preview;
  if (count === 0) return <p class="empty">{t.none}</p>;
  return (
    <section class="own">
      <h2>{t.found(count)}</h2>
      {pledges > 0 && <p>{t.pledges(pledges)}</p>}
      {count > shown.length && <p class="quiet">{t.shown(shown.length)}</p>}
      <ul class="lines">
        {shown.map(({ id, name, domain, pledges: own }) => (
          <li key={id}>
            <a href={signatoryPath(id)}>{name}</a>{' '}
            <span class="quiet">
              {[domain, own > 0 && t.pledge(own)].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <form class="form" method="post" action={REJECT_MANY} novalidate>
        <DeskKeys frame={frame} />
        <input type="hidden" name="domain" value={form.values.get('domain') ?? ''} />
        <input type="hidden" name="pattern" value={form.values.get('pattern') ?? ''} />
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="upTo" value={upTo} />
        <TextArea
          name="reason"
          label={deskQueue.reject.label}
          hint={deskQueue.reject.hint.signature}
          isOptional
          rows={3}
          form={form}
          t={en}
        />
        <p class="note-final">{t.finally}</p>
        <p class="actions">
          <button type="submit">{t.submit(count)}</button>
        </p>
      </form>
    </section>
  );
}
