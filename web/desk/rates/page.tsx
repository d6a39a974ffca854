import { RATE_FIELDS } from '../../forms/desk.ts';
import type { RatesState } from '../../../server/domain/rate-age.ts';
import { DailyRates } from '../../components/daily-rates.tsx';
import type { FormState } from '../../components/form.tsx';
import type { Assets } from '../../pages/page.tsx';
import { Fact } from '../../pages/pledge.tsx';
import type { DeskFrame } from '../frame.tsx';
import { HOME } from '../initiative/forms.tsx';
import { renderDeskForm } from '../parts.tsx';
import { t } from '../../words.ts';

export interface RatesPart extends RatesState {
  /** What the desk says; false if nobody has said. */
  isFetched: boolean;
}

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
      <Fact name={t.rates.daily.newestTerm}>
        <span class={rates.newest?.is === 'fresh' ? undefined : 'late'}>
          {rates.newest ? t.rates.on(rates.newest) : t.rates.none}
        </span>
      </Fact>
      <Fact name={t.rates.daily.term}>
        {t.rates.daily.states[rates.override ?? (rates.isFetched ? 'yes' : 'no')]}
      </Fact>
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
    cancel: { href: HOME, text: t.rates.keep },
    children: <DailyRates name="fetch" form={form} rates={rates} />,
  });

export const renderRateForm = (
  { frame, form, currency }: FormPage & { currency: string },
  assets: Assets,
): string =>
  renderDeskForm({
    frame,
    title: t.rates.own.title,
    text: t.rates.own.text(currency),
    current: 'initiative',
    assets,
    form,
    fields: RATE_FIELDS,
    words: t.rates.own.fields(currency),
    action: `${HOME}/rate`,
    submit: t.rates.own.send,
    cancel: { href: HOME, text: t.rates.keep },
  });
