import { FACTOR_FIELDS, PRICE_FIELDS, RATE_FIELDS } from '../../forms/desk.ts';
import { GPUS, UNIT_GPU } from '../../../server/domain/asset.ts';
import type { RatesState } from '../../../server/domain/rate-age.ts';
import { DailyRates } from '../../components/daily-rates.tsx';
import type { Assets } from '../../pages/page.tsx';
import { Fact } from '../../pages/pledge.tsx';
import type { DeskFrame } from '../frame.tsx';
import { HOME } from '../initiative/forms.tsx';
import { renderDeskForm, type DeskFormPage } from '../parts.tsx';
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

export const renderDailyRates = (
  { frame, form, rates }: DeskFormPage & { rates: RatesState },
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
    cancel: { href: HOME },
    children: <DailyRates name="fetch" form={form} rates={rates} />,
  });

export const renderRateForm = (
  { frame, form, currency }: DeskFormPage & { currency: string },
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
    cancel: { href: HOME },
  });

interface Given {
  source: string;
  url: string | null;
}

export interface ComputePart {
  currency: string;
  price: (Given & { perHour: string; pricedOn: string }) | null;
  factors: (Given & { model: string; tflops: string; holdsFrom: string })[];
}

export const Compute = ({ compute, frame }: { compute: ComputePart; frame: DeskFrame }) => (
  <section class="own" id="compute">
    <div class="head">
      <h2>{t.factors.title}</h2>
      {frame.rights.includes('record') && (
        <span>
          <a href={`${HOME}/price`}>{t.factors.price.change}</a>{' '}
          <a href={`${HOME}/factor`}>{t.factors.factor.title}</a>
        </span>
      )}
    </div>
    <dl class="terms">
      <Fact name={t.factors.price.name}>
        {compute.price === null ? (
          <span class="quiet">{t.factors.price.none}</span>
        ) : (
          t.factors.price.given(compute.price, compute.currency)
        )}
      </Fact>
      {compute.factors.map((factor) => (
        <Fact key={`${factor.model} ${factor.holdsFrom}`} name={factor.model}>
          {t.factors.factor.given(factor)}
        </Fact>
      ))}
    </dl>
  </section>
);

const FIELDS = { factor: FACTOR_FIELDS, price: PRICE_FIELDS };

const MODELS = GPUS.filter(({ code }) => code !== UNIT_GPU).map(
  ({ code }) => [code, code] as const,
);

const render = (
  { frame, form }: DeskFormPage,
  name: 'factor' | 'price',
  assets: Assets,
  words = t.factors.fields,
): string =>
  renderDeskForm({
    frame,
    title: t.factors[name].title,
    text: t.factors[name].text,
    current: 'initiative',
    assets,
    form,
    fields: FIELDS[name],
    words,
    options: { model: MODELS, basis: t.factors.bases },
    action: `${HOME}/${name}`,
    submit: t.factors[name].send,
    cancel: { href: HOME },
  });

export const renderFactorForm = (page: DeskFormPage, assets: Assets): string =>
  render(page, 'factor', assets);

export const renderPriceForm = (
  { currency, ...page }: DeskFormPage & { currency: string },
  assets: Assets,
): string =>
  render(page, 'price', assets, {
    ...t.factors.fields,
    perHour: { ...t.factors.fields['perHour']!, hint: t.factors.price.hint(currency) },
  });
