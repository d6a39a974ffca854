/** Exchange rates at the desk: how old they are, whether they are updated daily, and an admin's own. */
import type { RatesState } from '../../server/domain/rate-age.ts';
import { DailyRates } from '../components/daily-rates.tsx';
import { ErrorSummary, Field, type FormState, type Input } from '../components/form.tsx';
import { rates as t } from '../messages/en-rates.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from './frame.tsx';
import { HOME } from './initiative-forms.tsx';

export interface RatesPart extends RatesState {
  /** Whether the desk says so: where nobody has, nothing is fetched. */
  isFetched: boolean;
}

/** On the initiative's page. */
export const Rates = ({ rates, frame }: { rates: RatesPart; frame: DeskFrame }) => (
  <section class="own" id="rates">
    <div class="head">
      <h2>{t.title}</h2>
      <span>
        {frame.rights.includes('manage') && <a href={`${HOME}/rates`}>{t.daily.change}</a>}{' '}
        {frame.rights.includes('record') && <a href={`${HOME}/rate`}>{t.give}</a>}
      </span>
    </div>
    <dl class="terms">
      <div>
        <dt>{t.daily.newestTerm}</dt>
        <dd>
          {rates.newest === null || rates.newest.is !== 'fresh' ? (
            <strong class="late">{rates.newest ? t.on(rates.newest) : t.none}</strong>
          ) : (
            t.on(rates.newest)
          )}
        </dd>
      </div>
      <div>
        <dt>{t.daily.term}</dt>
        <dd>{t.daily.states[rates.override ?? (rates.isFetched ? 'yes' : 'no')]}</dd>
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
  renderDesk({
    frame,
    title: t.daily.change,
    text: t.daily.text,
    current: 'initiative',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={`${HOME}/rates`} novalidate>
        <ErrorSummary form={form} labelOf={() => t.daily.label} t={en} />
        <DeskKeys frame={frame} />
        <DailyRates name="fetch" form={form} rates={rates} t={en} />
        <p class="actions">
          {rates.override === null && <button type="submit">{t.daily.save}</button>}
          <a href={HOME}>{t.keep}</a>
        </p>
      </form>
    ),
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
  const { own } = t;
  const labels = own.labelOf(currency);
  const hintOf = (name: string): string | undefined =>
    name === 'perUnit' || name === 'unitsPer' ? own[name](currency) : own.hints[name];
  return renderDesk({
    frame,
    title: own.title,
    text: own.text(currency),
    current: 'initiative',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={`${HOME}/rate`} novalidate>
        <ErrorSummary form={form} labelOf={(name) => labels[name] ?? null} t={en} />
        <DeskKeys frame={frame} />
        {Object.entries(INPUTS).map(([name, input]) => (
          <Field
            key={name}
            name={name}
            label={labels[name]!}
            hint={hintOf(name)}
            isOptional={OPTIONAL.has(name)}
            form={form}
            input={input}
            t={en}
          />
        ))}
        <p class="actions">
          <button type="submit">{own.send}</button>
          <a href={HOME}>{t.keep}</a>
        </p>
      </form>
    ),
  });
}
