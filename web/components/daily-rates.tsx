import type { RatesState } from '../../server/domain/rate-age.ts';
import { RadioGroup } from './form-choice.tsx';
import { FieldSet, type FormState } from './form.tsx';
import { t } from '../words.ts';

interface Props {
  name: string;
  form: FormState;
  rates: RatesState;
}

export const DailyRates = ({ name, form, rates: { newest, override } }: Props) => (
  <FieldSet title={t.rates.title} text={`${t.rates.what} ${t.rates.newestOf(newest)}`}>
    <RadioGroup
      name={name}
      label={t.rates.daily.label}
      hint={override === null ? undefined : t.rates.daily.overrides[override]}
      form={form}
      choices={t.rates.daily.choices}
      decided={override && (override === 'on' ? 'yes' : 'no')}
    />
  </FieldSet>
);
