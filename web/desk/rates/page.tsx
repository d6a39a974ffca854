import { IfRight } from '../frame.tsx';
import { FACTOR_FIELDS, PRICE_FIELDS, RATE_FIELDS } from '../../forms/desk.ts';
import { GPUS, UNIT_GPU } from '../../../server/domain/asset.ts';
import type { FieldWords } from '../../messages/shapes.ts';
import type { RatesState } from '../../../server/domain/rate-age.ts';
import { Terms } from '../../components/review.tsx';
import { DailyRates } from '../../components/daily-rates.tsx';
import { HOME } from '../initiative/forms.tsx';
import { DeskForm, Section, type DeskFormPage } from '../parts.tsx';
import { t } from '../../words.ts';

export interface RatesPart extends RatesState {
  /** What the desk says; false if nobody has said. */
  isFetched: boolean;
}

export const Rates = ({ rates }: { rates: RatesPart }) => (
  <Section
    id="rates"
    title={t.rates.title}
    acts={
      <span>
        <IfRight right="manage">
          <a href={`${HOME}/rates`}>{t.rates.daily.change}</a>
        </IfRight>{' '}
        <IfRight right="record">
          <a href={`${HOME}/rate`}>{t.rates.give}</a>
        </IfRight>
      </span>
    }
  >
    <Terms
      rows={[
        [
          t.rates.daily.newestTerm,
          <span class={rates.newest?.is === 'fresh' ? undefined : 'late'}>
            {rates.newest ? t.rates.on(rates.newest) : t.rates.none}
          </span>,
        ],
        [
          t.rates.daily.term,
          t.rates.daily.states[rates.override ?? (rates.isFetched ? 'yes' : 'no')],
        ],
      ]}
    />
  </Section>
);

export const DailyRatesView = ({ form, rates }: DeskFormPage & { rates: RatesState }) => (
  <DeskForm
    title={t.rates.daily.change}
    text={t.rates.daily.text}
    current="initiative"
    form={form}
    labelOf={() => t.rates.daily.label}
    submit={rates.override === null ? t.rates.daily.save : null}
    cancel={{ href: HOME }}
  >
    <DailyRates name="fetch" form={form} rates={rates} />
  </DeskForm>
);

export const RateFormView = ({ form, currency }: DeskFormPage & { currency: string }) => (
  <DeskForm
    title={t.rates.own.title}
    text={t.rates.own.text(currency)}
    current="initiative"
    form={form}
    fields={RATE_FIELDS}
    words={t.rates.own.fields(currency)}
    submit={t.rates.own.send}
    cancel={{ href: HOME }}
  />
);

interface Given {
  source: string;
  url: string | null;
}

export interface ComputePart {
  currency: string;
  price: (Given & { perHour: string; pricedOn: string }) | null;
  factors: (Given & { model: string; tflops: string; holdsFrom: string })[];
}

export const Compute = ({ compute: { price, currency, factors } }: { compute: ComputePart }) => (
  <Section
    id="compute"
    title={t.factors.title}
    acts={
      <IfRight right="record">
        <span>
          <a href={`${HOME}/price`}>{t.factors.price.change}</a>{' '}
          <a href={`${HOME}/factor`}>{t.factors.factor.title}</a>
        </span>
      </IfRight>
    }
  >
    <Terms
      rows={[
        [
          t.factors.price.name,
          price ? (
            t.factors.price.given(price, currency)
          ) : (
            <span class="quiet">{t.factors.price.none}</span>
          ),
        ],
        ...factors.map((factor) => [factor.model, t.factors.factor.given(factor)] as const),
      ]}
    />
  </Section>
);

const FIELDS = { factor: FACTOR_FIELDS, price: PRICE_FIELDS };

const MODELS = GPUS.filter(({ code }) => code !== UNIT_GPU).map(
  ({ code }) => [code, code] as const,
);

interface GpuFormProps extends DeskFormPage {
  name: 'factor' | 'price';
  words?: Record<string, FieldWords>;
}

const GpuForm = ({ form, name, words = t.factors.fields }: GpuFormProps) => (
  <DeskForm
    title={t.factors[name].title}
    text={t.factors[name].text}
    current="initiative"
    form={form}
    fields={FIELDS[name]}
    words={words}
    options={{ model: MODELS, basis: t.factors.bases }}
    submit={t.factors[name].send}
    cancel={{ href: HOME }}
  />
);

export const FactorFormView = ({ form }: DeskFormPage) => <GpuForm name="factor" form={form} />;

export const PriceFormView = ({ form, currency }: DeskFormPage & { currency: string }) => {
  const { perHour, ...words } = t.factors.fields;
  const hint = t.factors.price.hint(currency);
  return <GpuForm name="price" form={form} words={{ ...words, perHour: { ...perHour!, hint } }} />;
};
