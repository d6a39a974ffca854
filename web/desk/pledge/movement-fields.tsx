import type { Kind } from '../../../server/domain/asset.ts';
import { MOVES } from '../../../server/domain/stage.ts';
import { Fields } from '../../components/form-fields.tsx';
import { Field, Notes } from '../../components/form.tsx';
import { MOST_ROWS, type FormField } from '../../forms/fields.ts';
import type { FieldWords } from '../../messages/shapes.ts';
import { t } from '../../words.ts';
import { MOVEMENT_FIELDS } from './movement-form.ts';
import type { MovementFormPage } from './data.ts';
import { BatchWhat } from './page.tsx';

type Asked = Pick<MovementFormPage, 'verb'> & { pledge: { asset: string; kind: Kind } };

function wordsOf({ verb, pledge: { asset, kind } }: Asked): Record<string, FieldWords> {
  const { labels, hints } = t.deskPledge;
  const words = t.deskPledge.movementWordsOf(verb, kind);
  const isMoneyIn = verb === 'receive' && kind === 'funding';
  return {
    how: { label: labels.how },
    amount: { label: labels.amount(asset), hint: isMoneyIn ? hints.amount : undefined },
    gpuHours: { label: labels.gpuHours },
    windows: { label: labels.windows, hint: hints.windows },
    excess: { label: labels.excess, choices: [{ value: 'on', text: hints.excess }] },
    occurredOn: { label: labels.occurredOn, hint: words.day },
    'evidence.reference': words.reference,
    'evidence.fee': { label: labels.fee(asset), hint: hints.fee },
    'evidence.creditedCurrency': { label: labels.creditedCurrency, hint: hints.creditedCurrency },
    'evidence.creditedAmount': { label: labels.creditedAmount },
    'evidence.creditedRate': { label: labels.creditedRate(asset), hint: hints.creditedRate },
    'evidence.grade': { label: labels.grade },
    'evidence.url': { label: labels.url, hint: hints.url },
    'evidence.note': words.note,
    reason: words.note,
    dueOn: { label: labels.dueOn, hint: hints.dueOn },
  };
}

export function labelOf(page: Asked & Pick<MovementFormPage, 'windows'>) {
  const words = wordsOf(page);
  return (name: string): string | null => {
    const row = page.windows[Number(/^windows\.(\d+)\.gpus$/.exec(name)?.[1])];
    return row
      ? t.deskPledge.windowLabel(page.pledge.asset, row.stage, row.window)
      : (words[name]?.label ?? null);
  };
}

function choicesOf({ verb, pledge, windows }: MovementFormPage) {
  if (verb === 'increase' || verb === 'reverse') return [];
  const all = MOVES[verb].from.reduce(
    (sum, place) => (place === 'outside' ? sum : sum + pledge.stages[place]),
    0n,
  );
  const byWindows = windows.length > 0;
  return [
    {
      value: 'all',
      text: t.deskPledge.how.all(t.deskPledge.amount(pledge.asset, pledge.kind, all)),
    },
    { value: 'part', text: byWindows ? t.deskPledge.how.windows : t.deskPledge.how.part },
    ...(byWindows && verb !== 'commit' ? [{ value: 'hours', text: t.deskPledge.how.hours }] : []),
  ];
}

function askedOf({
  verb,
  pledge,
  windows,
  grades,
  asksExcess,
  today,
}: MovementFormPage): FormField[] {
  const isMoney = pledge.kind === 'funding';
  const hasPart = MOVEMENT_FIELDS[verb].some(({ rows }) => rows);
  const byWindows = hasPart && windows.length > 0;
  const isAsked: Record<string, boolean> = {
    how: hasPart,
    windows: false,
    amount: isMoney,
    gpuHours: !isMoney && !(byWindows && verb === 'commit'),
    excess: asksExcess,
    'evidence.fee': isMoney,
    'evidence.creditedCurrency': isMoney,
    'evidence.creditedAmount': isMoney,
    'evidence.creditedRate': isMoney,
    'evidence.grade': grades.length > 1,
    dueOn: pledge.instalments.length > 0,
    useRateOf: false,
  };
  const hidden = byWindows ? 'if-hours-passed' : 'if-part';
  return MOVEMENT_FIELDS[verb]
    .filter(({ at }) => isAsked[at] ?? true)
    .map((field) => {
      if (field.at === 'occurredOn') return { ...field, initial: today };
      const isPart = hasPart && (field.at === 'amount' || field.at === 'gpuHours');
      return isPart ? { ...field, if: { holds: () => true, hidden } } : field;
    });
}

export function MovementFields({ page }: { page: MovementFormPage }) {
  const { verb, batch, pledge, windows, grades, form } = page;
  const hasGrade = MOVEMENT_FIELDS[verb].some(({ at }) => at === 'evidence.grade');
  const words = wordsOf(page);
  return (
    <>
      {batch && (
        <p>
          <BatchWhat batch={batch} pledge={pledge} />
        </p>
      )}
      <Fields
        fields={askedOf(page)}
        words={{ ...words, how: { ...words['how']!, choices: choicesOf(page) } }}
        options={{
          'evidence.grade': grades.map((grade) => [grade, t.grades[grade]] as const),
        }}
        after={{ how: windows.length > 0 && <Windows page={page} /> }}
        form={form}
      />
      {hasGrade && grades.length === 1 && (
        <input type="hidden" name="evidence.grade" value={grades[0]} />
      )}
    </>
  );
}

/** A row for each window with GPUs. It sends the window's days, so that the server knows what the admin saw. */
function Windows({ page: { pledge, form, windows } }: { page: MovementFormPage }) {
  const label = t.deskPledge.labels.windows;
  return (
    <div class="if-part">
      <div class="field" id="windows" tabIndex={-1}>
        <p class="label">{label}</p>
        <Notes name="windows" label={label} hint={t.deskPledge.hints.windows} form={form} />
        {windows.length > MOST_ROWS && <p class="hint">{t.deskPledge.tooMany(MOST_ROWS)}</p>}
        {windows.slice(0, MOST_ROWS).map(({ stage, window }, row) => (
          <div key={row}>
            <Field
              name={`windows.${row}.gpus`}
              label={t.deskPledge.windowLabel(pledge.asset, stage, window)}
              form={form}
              input={{ size: 10, inputMode: 'numeric', autocomplete: 'off' }}
            />
            <input type="hidden" name={`windows.${row}.from`} value={window.from} />
            <input type="hidden" name={`windows.${row}.to`} value={window.to} />
            <input type="hidden" name={`windows.${row}.availability`} value={window.availability} />
          </div>
        ))}
      </div>
    </div>
  );
}
