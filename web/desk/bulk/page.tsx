import type { ProfileField } from '../../../server/domain/profile.ts';
import { besideOf } from '../../data/countries.ts';
import { Quotes } from '../../components/signatories.tsx';
import { REVIEW_REASONS, type BulkKind } from '../../../server/domain/signatory.ts';
import { Fields, labelIn } from '../../components/form-fields.tsx';
import { Actions, Hidden, FieldSet, type FormState } from '../../components/form.tsx';
import type { FormField } from '../../forms/fields.ts';
import { addressOf } from '../../components/list.tsx';
import { instant } from '../../format.ts';
import type { DeskSignature } from '../../data/desk.ts';
import type { BulkState } from '../../messages/shapes.ts';
import { Desk, DeskKeys } from '../frame.tsx';
import { RefusedForm, Section, type DeskFormPage } from '../parts.tsx';
import { signatoryPath } from '../queue/parts.tsx';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';

export const BULK = '/admin/bulk';
/** A selection, in the page's address and in the form that confirms it. */
export const FILTERS = ['kind', 'domain', 'pattern', 'why', 'from', 'until', 'except'] as const;

type Shown = ProfileField | 'id' | 'name' | 'kind' | 'review' | 'createdAt' | 'domain';

export interface BulkPage extends DeskFormPage {
  preview: {
    count: number;
    first: number;
    pledges: number;
    standing: number;
    seen: string;
    upTo: string;
    shown: (Pick<DeskSignature, Shown> & { pledges: number })[];
    next: string | null;
  } | null;
  recent: { id: string; kind: BulkKind; total: number; at: Date; who: string; isUndone: boolean }[];
}

const labelOf = (name: string): string | null => labelIn(t.bulk.fields, name);

const free = { size: 24, autocomplete: 'off', spellcheck: false };
const KIND: FormField = { at: 'kind', as: 'choice', initial: 'accept' };
const REASON: FormField = { at: 'reason', as: 'lines', isOptional: true };
const SELECTION: readonly FormField[] = [
  { at: 'domain', input: free },
  { at: 'pattern', input: free },
  { at: 'why', as: 'select' },
  { at: 'from', input: free },
  { at: 'until', input: free },
];

export function BulkView(page: BulkPage) {
  const { form, preview, recent } = page;
  return (
    <Desk
      title={t.bulk.title}
      text={t.bulk.text}
      current="queue"
      hasErrors={form.errors.length > 0}
    >
      <RefusedForm form={form} labelOf={labelOf} />
      <Which form={form} />
      {preview && <Preview page={page} preview={preview} />}
      {recent.length > 0 && (
        <Section title={t.bulk.recent}>
          <ul class="lines">
            {recent.map(({ id, kind, total, at, who, isUndone }) => (
              <li key={id}>
                <a href={`${BULK}/${id}`}>{t.bulk.recentLine(kind, total, at, who)}</a>{' '}
                {isUndone && t.bulk.isUndone}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Desk>
  );
}

const Which = ({ form }: { form: FormState }) => (
  <form class="form which" action={`${BULK}#preview`} novalidate>
    <Fields fields={[KIND]} words={t.bulk.fields} form={form} />
    <FieldSet title={t.bulk.filters} text={t.bulk.filtersText}>
      <Fields
        fields={SELECTION}
        words={t.bulk.fields}
        options={{
          why: [
            ['', t.bulk.anyReason],
            ...REVIEW_REASONS.map((why) => [why, t.queue.review([why]) ?? why] as const),
          ],
        }}
        form={form}
      />
    </FieldSet>
    <Actions text={t.bulk.show}>
      <a href="/admin/queue">{t.bulk.queue}</a>
    </Actions>
  </form>
);

interface PreviewProps {
  page: BulkPage;
  preview: NonNullable<BulkPage['preview']>;
}

const selected = ({ values }: FormState): Record<string, string> =>
  Object.fromEntries(FILTERS.map((name) => [name, values.get(name) ?? '']));

function Preview({ page: { form }, preview }: PreviewProps) {
  const { count, first, pledges, standing, shown, seen, upTo, next } = preview;
  const kind = (form.values.get('kind') ?? 'accept') as BulkKind;
  const query = selected(form);
  const leftOut = query['except'] === '' ? 0 : query['except']!.split(',').length;
  return (
    <Section id="preview" title={t.bulk.found(count)}>
      {leftOut > 0 && (
        <p>
          {t.bulk.leftOut(leftOut)}{' '}
          <a href={addressOf(BULK, { ...query, except: null })}>{t.bulk.reset}</a>
        </p>
      )}
      {standing > 0 && <p>{t.bulk.standing(standing)}</p>}
      {count === 0 && <p class="empty">{t.bulk.none}</p>}
      {count > 0 && (
        <>
          {pledges > 0 && <p>{t.bulk.pledges(kind, pledges)}</p>}
          <p class="quiet">{t.bulk.range(first, first + shown.length - 1, count)}</p>
          <form action={`${BULK}#preview`}>
            <Hidden values={query} />
            <ul class="lines bulk">
              {shown.map((each) => (
                <Line key={each.id} of={each} />
              ))}
            </ul>
            <Actions text={t.bulk.leaveOutSome}>
              {next !== null && (
                <a href={addressOf(BULK, { ...query, cursor: next })} rel="next">
                  {t.lists.next}
                </a>
              )}
            </Actions>
          </form>
          <form class="form" method="post" action={BULK} novalidate>
            <DeskKeys />
            <Hidden values={{ ...query, seen, upTo }} />
            {kind === 'reject' && <Fields fields={[REASON]} words={t.bulk.fields} form={form} />}
            <Actions text={t.bulk.submit(kind, count)} />
          </form>
        </>
      )}
    </Section>
  );
}

const Line = ({ of }: { of: PreviewProps['preview']['shown'][number] }) => (
  <li>
    <label>
      <input type="checkbox" name="leave" value={of.id} aria-label={t.bulk.leaveOut(of.name)} />
    </label>
    <div>
      <a href={signatoryPath(of.id)}>{typed(of.name)}</a>{' '}
      <span class="quiet">{t.queue.kinds[of.kind]}</span>{' '}
      <span class="quiet">
        {[
          ...besideOf(of),
          of.domain,
          instant(of.createdAt),
          of.pledges > 0 && t.bulk.pledge(of.pledges),
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      {of.review.length > 0 && (
        <p class="why">{of.review.map((code) => t.review[code] ?? code).join('; ')}</p>
      )}
      <Quotes of={of} />
    </div>
  </li>
);

export function BulkStateView({ id, state }: { id: string; state: BulkState }) {
  const { kind, total, done, decided, undone, left } = state;
  const words = t.bulk.state;
  const isOpen = undone ? left > 0 : done < total;
  return (
    <Desk title={words.title} current="queue">
      <section class="own">
        {!undone && <p>{isOpen ? words.progress(state) : words.result(state)}</p>}
        {undone && <p>{isOpen ? words.undoing(state) : words.undone(state)}</p>}
        {isOpen && !undone && <progress max={total} value={done} aria-label={words.title} />}
        {!undone && !isOpen && decided < total && <p>{words.passed(total - decided)}</p>}
        {isOpen && <Step path={`${BULK}/${id}/continue`} text={undone ? words.goUndo : words.go} />}
        {!undone && decided > 0 && (
          <>
            <p>{words.undoText[kind]}</p>
            <Step path={`${BULK}/${id}/undo`} text={words.undo} />
          </>
        )}
        <p>
          <a href="/admin/queue">{t.bulk.queue}</a> <a href={BULK}>{t.bulk.title}</a>
        </p>
      </section>
    </Desk>
  );
}

const Step = ({ path, text }: { path: string; text: string }) => (
  <form method="post" action={path}>
    <DeskKeys />
    <Actions text={text} />
  </form>
);
