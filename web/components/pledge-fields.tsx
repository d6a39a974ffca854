/** The fields of a pledge. Style hides those that a choice makes needless. */
import { CURRENCIES, GPUS, isRetired } from '../../server/domain/asset.ts';
import { currencyName } from '../data/countries.ts';
import { t } from '../words.ts';
import type { FieldWords } from '../messages/shapes.ts';
import type { FormFrame, PledgeKind } from '../data/forms.ts';
import { PLEDGE, PLEDGE_FIELDS } from '../forms/pledge.ts';
import { Fields } from './form-fields.tsx';
import { FieldSet, type FormState, type Option } from './form.tsx';

interface PledgeFieldsProps {
  page: Pick<FormFrame, 'currency' | 'h100Rates' | 'canGive'>;
  kind: PledgeKind;
  form: FormState;
  /** In place of words that speak to the giver. */
  others?: Readonly<Record<string, FieldWords>>;
}

function currenciesFrom(first: string): Option[] {
  const codes = CURRENCIES.map(({ code }) => code);
  const others = codes.filter((code) => code !== first && !isRetired(code));
  return [first, ...others.toSorted()].map((code) => [code, `${code} · ${currencyName(code)}`]);
}

export function PledgeFields({ page, kind, form, others = {} }: PledgeFieldsProps) {
  const words = t.pledgeForm;
  const rates = page.h100Rates;
  const isMoney = kind === 'funding';
  const assets = isMoney
    ? currenciesFrom(page.currency)
    : GPUS.map(({ code }): Option => [code, code]);
  const after = {
    'windows.to': (
      <p
        class="worked-out"
        id="worked-out"
        aria-live="polite"
        data-rates={JSON.stringify([...rates])}
      >
        {t.hoursTyped((name) => form.values.get(name), rates)}
      </p>
    ),
    visibility: isMoney && page.canGive && (
      <p class="hint if-anonymous">
        {words.payNow} <a href="/give">{words.give}</a>
      </p>
    ),
  };
  return (
    <>
      {(['what', 'when', 'shown', 'more'] as const).map((section) => (
        <FieldSet title={words.sections[section]} key={section}>
          <Fields
            fields={PLEDGE_FIELDS[kind][section]}
            prefix={PLEDGE}
            words={{ ...words.fields[kind], ...others }}
            options={{ asset: assets }}
            after={after}
            form={form}
          />
        </FieldSet>
      ))}
    </>
  );
}
