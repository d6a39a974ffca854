/** What a pledge's form asks for, of money and of GPUs. Fields that a choice makes needless are hidden by style. */
import type { ComponentChildren } from 'preact';
import { CURRENCIES, GPUS } from '../../server/domain/asset.ts';
import { currencyName } from '../countries.ts';
import { MOST_ROWS, ROWS } from '../form-fields.ts';
import type { PledgeKind } from '../model-forms.ts';
import { workedOut, type H100Rates } from '../worked-out.ts';
import { RadioGroup } from './form-choice.tsx';
import {
  ErrorOf,
  Field,
  fieldClass,
  FieldSet,
  idOf,
  Notes,
  Select,
  TextArea,
  type FormState,
  type Input,
  type Option,
} from './form.tsx';
import { t, type Words } from '../words.ts';

interface PledgeFieldsProps {
  kind: PledgeKind;
  /** The initiative's currency. */
  currency: string;
  h100Rates: H100Rates;
  /** A gift can be paid at once. */
  canGive: boolean;
  form: FormState;
}

const date: Input = { type: 'date', size: 14 };
const whole: Input = { size: 10, inputMode: 'numeric' };
const amount: Input = { size: 18, inputMode: 'decimal' };

const rowsShown = ({ values }: FormState, initial: number): number => {
  const asked = Number(values.get(ROWS) ?? initial);
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), MOST_ROWS) : initial;
};

/** A field's words by its name. */
const wordsOf = (name: keyof Words['pledgeForm']['hints'] | (string & {})) => ({
  name: `pledge.${name}`,
  label: t.pledgeForm.labels[name] ?? '',
  hint: (t.pledgeForm.hints as Record<string, string>)[name],
});

export const PledgeFields = (props: PledgeFieldsProps) =>
  props.kind === 'funding' ? <FundingFields {...props} /> : <ComputeFields {...props} />;

const currencyOption = (code: string): Option => [code, `${code} · ${currencyName(code)}`];

function currenciesFrom(first: string): Option[] {
  const others = CURRENCIES.map(({ code }) => code).filter((code) => code !== first);
  return [first, ...others.toSorted()].map(currencyOption);
}

function FundingFields({ currency, canGive, form }: PledgeFieldsProps) {
  const p = t.pledgeForm;
  const own = { form };
  return (
    <>
      <FieldSet title={p.sections.what}>
        <Select
          {...wordsOf('asset')}
          hint={p.otherCurrency}
          options={currenciesFrom(currency)}
          {...own}
        />
        <Field {...wordsOf('amount')} input={amount} {...own} />
      </FieldSet>
      <FieldSet title={p.sections.when}>
        <RadioGroup {...wordsOf('how')} choices={p.how} initial="once" {...own} />
        <div class="unless-free">
          <Field {...wordsOf('firstOn')} input={date} {...own} />
        </div>
        <div class="if-regular">
          <Field {...wordsOf('times')} input={whole} {...own} />
        </div>
        <div class="if-free">
          <Rows
            list="instalments"
            columns={[
              ['dueOn', date],
              ['amount', amount],
            ]}
            initial={2}
            {...own}
          />
        </div>
        <RadioGroup
          {...wordsOf('paidThrough.kind')}
          choices={p.paidThrough}
          initial="none"
          {...own}
        />
        <div class="if-through">
          <Field {...wordsOf('paidThrough.name')} {...own} />
        </div>
      </FieldSet>
      <Shown {...own}>
        {canGive && (
          <p class="hint if-anonymous">
            {p.payNow} <a href="/give">{p.give}</a>
          </p>
        )}
      </Shown>
      <FieldSet title={p.sections.more}>
        <Field {...wordsOf('purchaseOrder')} isOptional {...own} />
        <TextArea {...wordsOf('note')} isOptional rows={4} {...own} />
      </FieldSet>
    </>
  );
}

function ComputeFields({ h100Rates, form }: PledgeFieldsProps) {
  const p = t.pledgeForm;
  const own = { form };
  return (
    <>
      <FieldSet title={p.sections.what}>
        <Select
          {...wordsOf('asset')}
          label={p.labelOf('pledge.asset', 'compute') ?? ''}
          options={GPUS.map(({ code }): Option => [code, code])}
          initial="H100-SXM"
          {...own}
        />
        <Field {...wordsOf('site')} {...own} />
        <Field {...wordsOf('provider')} isOptional {...own} />
      </FieldSet>
      <FieldSet title={p.sections.when}>
        <RadioGroup {...wordsOf('by')} choices={p.by} initial="windows" {...own} />
        <div class="unless-hours">
          <Rows
            list="windows"
            columns={[
              ['gpus', whole],
              ['from', date],
              ['to', date],
              ['availability', { ...whole, inputMode: 'decimal' }, '100'],
            ]}
            initial={1}
            {...own}
          />
        </div>
        <div class="if-hours">
          <Field {...wordsOf('grant.gpuHours')} input={amount} {...own} />
          <Field {...wordsOf('grant.from')} input={date} {...own} />
          <Field {...wordsOf('grant.to')} input={date} {...own} />
        </div>
        <p
          class="worked-out"
          id="worked-out"
          aria-live="polite"
          data-rates={JSON.stringify([...h100Rates])}
        >
          {workedOut((name) => form.values.get(name), h100Rates)}
        </p>
        <RadioGroup {...wordsOf('measuredBy')} choices={p.measuredBy} initial="jobs" {...own} />
      </FieldSet>
      <Shown {...own} />
      <FieldSet title={p.sections.more}>
        <TextArea {...wordsOf('note')} isOptional rows={4} {...own} />
      </FieldSet>
    </>
  );
}

const Shown = ({ form, children }: { form: FormState; children?: ComponentChildren }) => (
  <FieldSet title={t.pledgeForm.sections.shown}>
    <RadioGroup
      {...wordsOf('visibility')}
      choices={t.pledgeForm.visibility}
      initial="public"
      form={form}
    />
    {children}
  </FieldSet>
);

interface RowsProps {
  list: 'windows' | 'instalments';
  columns: readonly (readonly [column: string, input: Input, initial?: string])[];
  /** How many there are before anybody asks for more. */
  initial: number;
  form: FormState;
}

/** The same few fields again and again; one more is a button that sends the form. */
export function Rows({ list, columns, initial, form }: RowsProps) {
  const shown = rowsShown(form, initial);
  const { name, label, hint } = wordsOf(list);
  return (
    <div class={fieldClass(form, name)} id={idOf(name)} tabIndex={-1}>
      <p class="label">{label}</p>
      <Notes name={name} label={label} hint={hint} form={form} />
      {Array.from({ length: shown }, (_, row) => (
        <Row list={list} columns={columns} row={row} form={form} key={row} />
      ))}
      {shown < MOST_ROWS && (
        <button type="submit" class="minor" name="go" value="row" formaction={`#${idOf(name)}`}>
          {t.pledgeForm.addRow}
        </button>
      )}
      <input type="hidden" name={ROWS} value={shown} />
    </div>
  );
}

/** What is wrong with its fields stands above them, for they are narrow. */
function Row({ list, columns, row, form }: Omit<RowsProps, 'initial'> & { row: number }) {
  const fields = columns.map(([column, input, initial]) => ({
    name: `pledge.${list}.${row}.${column}`,
    label: t.pledgeForm.labels[`${list}.${column}`] ?? '',
    input,
    initial,
    form,
  }));
  const isWrong = fields.some(({ name }) => form.errors.some(({ field }) => field === name));
  return (
    <div
      class={`row of-${list}${isWrong ? ' field wrong' : ''}`}
      role="group"
      aria-label={t.pledgeForm.row(row + 1)}
    >
      {fields.map(({ name, label }) => (
        <ErrorOf key={name} name={name} label={label} form={form} />
      ))}
      {fields.map((field) => (
        <Field key={field.name} hasErrorElsewhere {...field} />
      ))}
    </div>
  );
}
