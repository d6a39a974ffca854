/** Deciding on many signatures: first which they are, then one button, and the way back. */
import { BULK_KINDS, REVIEW_REASONS, type BulkKind } from '../../server/domain/review.ts';
import { RadioGroup } from '../components/form-choice.tsx';
import {
  ErrorSummary,
  Field,
  FieldSet,
  Select,
  TextArea,
  type FormState,
} from '../components/form.tsx';
import { addressOf } from '../components/list.tsx';
import { instant } from '../format.ts';
import { deskBulk as t } from '../messages/en-desk-bulk.ts';
import { deskQueue } from '../messages/en-desk-queue.ts';
import { review } from '../messages/en-me.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from './frame.tsx';
import { signatoryPath } from './queue-parts.tsx';

export const BULK = '/admin/bulk';
/** What a selection is made of, in the page's address and in the form that confirms it. */
export const FILTERS = ['kind', 'domain', 'pattern', 'why', 'from', 'until', 'except'] as const;

export interface BulkPage {
  frame: DeskFrame;
  form: FormState;
  /** Null until something was asked for. */
  preview: {
    count: number;
    /** The place of the first that is shown. */
    first: number;
    pledges: number;
    standing: number;
    seen: string;
    upTo: string;
    shown: {
      id: string;
      name: string;
      kind: 'person' | 'organisation';
      role: string | null;
      affiliation: string | null;
      statement: string | null;
      review: string[];
      createdAt: Date;
      domain: string | null;
      pledges: number;
    }[];
    next: string | null;
  } | null;
  recent: { id: string; kind: BulkKind; total: number; at: Date; who: string; isUndone: boolean }[];
}

const LABELS: Record<string, string> = {
  kind: t.kind,
  domain: t.domain,
  pattern: t.pattern,
  why: t.why,
  from: t.from,
  until: t.until,
  except: t.leaveOutSome,
  reason: t.reason,
};
const labelOf = (name: string): string | null => LABELS[name] ?? null;

export function renderBulk(page: BulkPage, assets: Assets): string {
  const { frame, form, preview, recent } = page;
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
        {recent.length > 0 && (
          <section class="own">
            <h2>{t.recent}</h2>
            <ul class="lines">
              {recent.map(({ id, kind, total, at, who, isUndone }) => (
                <li key={id}>
                  <a href={`${BULK}/${id}`}>{t.recentLine(kind, total, at, who)}</a>{' '}
                  {isUndone && t.isUndone}
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  });
}

/** What is about no field is a sentence of its own. */
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

const text = { size: 24, autocomplete: 'off', spellcheck: false };

const Which = ({ form }: { form: FormState }) => (
  <form class="form which" action={`${BULK}#preview`} novalidate>
    <RadioGroup
      name="kind"
      label={t.kind}
      initial="accept"
      choices={BULK_KINDS.map((value) => ({ value, ...t.kinds[value] }))}
      form={form}
      t={en}
    />
    <FieldSet title={t.filters} text={t.filtersText}>
      <Field name="domain" label={t.domain} hint={t.domainHint} form={form} input={text} t={en} />
      <Field
        name="pattern"
        label={t.pattern}
        hint={t.patternHint}
        form={form}
        input={text}
        t={en}
      />
      <Select
        name="why"
        label={t.why}
        form={form}
        options={[
          ['', t.anyReason],
          ...REVIEW_REASONS.map(
            (reason) => [reason, deskQueue.review([reason]) ?? reason] as const,
          ),
        ]}
        t={en}
      />
      <Field name="from" label={t.from} hint={t.timeHint} form={form} input={text} t={en} />
      <Field name="until" label={t.until} hint={t.timeHint} form={form} input={text} t={en} />
    </FieldSet>
    <p class="actions">
      <button type="submit">{t.show}</button>
      <a href="/admin">{t.queue}</a>
    </p>
  </form>
);

interface PreviewProps {
  page: BulkPage;
  preview: NonNullable<BulkPage['preview']>;
}

/** The selection, for a form or an address. */
const selected = ({ values }: FormState): Record<string, string> =>
  Object.fromEntries(FILTERS.map((name) => [name, values.get(name) ?? '']));

function Preview({ page: { frame, form }, preview }: PreviewProps) {
  const { count, first, pledges, standing, shown, seen, upTo, next } = preview;
  const kind = (form.values.get('kind') ?? 'accept') as BulkKind;
  const query = selected(form);
  const leftOut = query['except'] === '' ? 0 : query['except']!.split(',').length;
  return (
    <section class="own" id="preview">
      <h2>{t.found(count)}</h2>
      {leftOut > 0 && (
        <p>
          {t.leftOut(leftOut)} <a href={addressOf(BULK, { ...query, except: null })}>{t.reset}</a>
        </p>
      )}
      {standing > 0 && <p>{t.standing(standing)}</p>}
      {count === 0 && <p class="empty">{t.none}</p>}
      {count > 0 && (
        <>
          {pledges > 0 && <p>{t.pledges(kind, pledges)}</p>}
          <p class="quiet">{t.range(first, first + shown.length - 1, count)}</p>
          <form action={`${BULK}#preview`}>
            {Object.entries(query).map(([name, value]) => (
              <input type="hidden" key={name} name={name} value={value} />
            ))}
            <ul class="lines bulk">
              {shown.map((each) => (
                <Line key={each.id} of={each} />
              ))}
            </ul>
            <p class="actions">
              <button type="submit" class="second">
                {t.leaveOutSome}
              </button>
              {next !== null && (
                <a href={addressOf(BULK, { ...query, cursor: next })} rel="next">
                  {en.lists.next}
                </a>
              )}
            </p>
          </form>
          <form class="form" method="post" action={BULK} novalidate>
            <DeskKeys frame={frame} />
            {Object.entries({ ...query, seen, upTo }).map(([name, value]) => (
              <input type="hidden" key={name} name={name} value={value} />
            ))}
            {kind === 'reject' && (
              <TextArea
                name="reason"
                label={t.reason}
                hint={t.reasonHint}
                isOptional
                rows={3}
                form={form}
                t={en}
              />
            )}
            <p class="actions">
              <button type="submit">{t.submit(kind, count)}</button>
            </p>
          </form>
        </>
      )}
    </section>
  );
}

const Line = ({ of }: { of: PreviewProps['preview']['shown'][number] }) => (
  <li>
    <label>
      <input type="checkbox" name="leave" value={of.id} aria-label={t.leaveOut(of.name)} />
    </label>
    <div>
      <a href={signatoryPath(of.id)}>{of.name}</a>{' '}
      <span class="quiet">{deskQueue.kinds[of.kind]}</span>{' '}
      <span class="quiet">
        {[
          of.role,
          of.affiliation,
          of.domain,
          instant(of.createdAt),
          of.pledges > 0 && t.pledge(of.pledges),
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      {of.review.length > 0 && (
        <p class="why">{of.review.map((code) => review[code] ?? code).join('; ')}</p>
      )}
      {of.statement && <blockquote>{of.statement}</blockquote>}
    </div>
  </li>
);
