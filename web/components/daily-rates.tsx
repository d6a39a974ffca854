/** Whether the server updates exchange rates each day: at the set-up and at the desk. */
import type { RatesState } from '../../server/domain/rate-age.ts';
import { rates as t } from '../messages/en-rates.ts';
import type { Messages } from '../messages/en.ts';
import { RadioGroup } from './form-choice.tsx';
import { FieldSet, type FormState } from './form.tsx';

interface Props {
  name: string;
  form: FormState;
  rates: RatesState;
  t: Messages;
}

export const DailyRates = ({ name, form, rates: { newest, override }, t: words }: Props) => (
  <FieldSet title={t.title} text={`${t.what} ${t.newestOf(newest)}`}>
    <RadioGroup
      name={name}
      label={t.daily.label}
      hint={override === null ? undefined : t.daily.overrides[override]}
      form={
        override === null
          ? form
          : { ...form, values: new Map([[name, override === 'on' ? 'yes' : 'no']]) }
      }
      choices={t.daily.choices}
      isDisabled={override !== null}
      t={words}
    />
  </FieldSet>
);
