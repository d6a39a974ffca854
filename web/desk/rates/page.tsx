/** Exchange rates at the desk: how old they are, whether they are updated daily, and an admin's own. */
import type { Input } from '../../forms/fields.ts';
import type { RatesState } from '../../../server/domain/rate-age.ts';
import { DailyRates } from '../../components/daily-rates.tsx';
import { Field, type FormState } from '../../components/form.tsx';
import type { Assets } from '../../pages/page.tsx';
import type { DeskFrame } from '../frame.tsx';
import { HOME } from '../initiative/forms.tsx';
import { renderDeskForm } from '../parts.tsx';
import { t } from '../../words.ts';

export interface RatesPart extends RatesState {
  /** Whether the desk says so: where nobody has, nothing is fetched. */
  isFetched: boolean;
}

/** On the initiative's page. */
export const Rates = ({ rates, frame }: { rates: RatesPart; frame: DeskFrame }) => (
  <section class="own" id="rates">
    <div class="head">
      <h2>{t.rates.title}</h2>
      <span>
        {frame.rights.includes('manage') && <a href={`${HOME}/rates`}>{t.rates.daily.change}</a>}{' '}
        {frame.rights.includes('record') && <a href={`${HOME}/rate`}>{t.rates.give}</a>}
      </span>
    </div>
    <dl class="terms">
      <div>
        <dt>{t.rates.daily.newestTerm}</dt>
        <dd>
          {rates.newest === null || rates.newest.is !== 'fresh' ? (
            <strong class="late">{rates.newest ? t.rates.on(rates.newest) : t.rates.none}</strong>
          ) : (
            t.rates.on(rates.newest)
          )}
        </dd>
      </div>
      <div>
        <dt>{t.rates.daily.term}</dt>
        <dd>{t.rates.daily.states[rates.override ?? (rates.isFetched ? 'yes' : 'no')]}</dd>
      </div>
    </dl>
  </section>
);

interface FormPage {
  frame: DeskFrame;
  form: FormState;
}

export const renderDailyRates = (
  { frame, form, rates }: FormPage & { rates: RatesState },
  assets: Assets,
): string =>
  renderDeskForm({
    frame,
    title: t.rates.daily.change,
    text: t.rates.daily.text,
    current: 'initiative',
    assets,
    form,
    labelOf: () => t.rates.daily.label,
    action: `${HOME}/rates`,
    submit: rates.override === null ? t.rates.daily.save : null,
    leave: { href: HOME, text: t.rates.keep },
    children: <DailyRates name="fetch" form={form} rates={rates} />,
  });

const decimal: Input = { size: 12, inputMode: 'decimal', autocomplete: 'off' };
const INPUTS: Record<string, Input> = {
  currency: { size: 5, autocomplete: 'off', autocapitalize: 'characters', spellcheck: false },
  ratedOn: { type: 'date', size: 14 },
  perUnit: decimal,
  unitsPer: decimal,
  source: { autocomplete: 'off' },
  url: { inputMode: 'url', autocomplete: 'off' },
};

const OPTIONAL = new Set(['perUnit', 'unitsPer', 'url']);

export function renderRateForm(
  { frame, form, currency }: FormPage & { currency: string },
  assets: Assets,
): string {
  const { own } = t.rates;
  const labels = own.labelOf(currency);
  const hintOf = (name: string): string | undefined =>
    name === 'perUnit' || name === 'unitsPer' ? own[name](currency) : own.hints[name];
  return renderDeskForm({
    frame,
    title: own.title,
    text: own.text(currency),
    current: 'initiative',
    assets,
    form,
    labelOf: (name) => labels[name] ?? null,
    action: `${HOME}/rate`,
    submit: own.send,
    leave: { href: HOME, text: t.rates.keep },
    children: Object.entries(INPUTS).map(([name, input]) => (
      <Field
        key={name}
        name={name}
        label={labels[name]!}
        hint={hintOf(name)}
        isOptional={OPTIONAL.has(name)}
        form={form}
        input={input}
      />
    )),
  });
}
