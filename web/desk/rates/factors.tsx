import { FACTOR_FIELDS, PRICE_FIELDS } from '../../forms/desk.ts';
import { GPUS, UNIT_GPU } from '../../../server/domain/asset.ts';
import type { FormState } from '../../components/form.tsx';
import type { Assets } from '../../pages/page.tsx';
import { Fact } from '../../pages/pledge.tsx';
import type { DeskFrame } from '../frame.tsx';
import { HOME } from '../initiative/forms.tsx';
import { renderDeskForm } from '../parts.tsx';
import { t } from '../../words.ts';

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
          <a href={`${HOME}/factor`}>{t.factors.factor.change}</a>
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

export interface FactorFormPage {
  frame: DeskFrame;
  form: FormState;
}

const FIELDS = { factor: FACTOR_FIELDS, price: PRICE_FIELDS };

const MODELS = GPUS.filter(({ code }) => code !== UNIT_GPU).map(
  ({ code }) => [code, code] as const,
);

const render = (
  { frame, form }: FactorFormPage,
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
    cancel: { href: HOME, text: t.factors.keep },
  });

export const renderFactorForm = (page: FactorFormPage, assets: Assets): string =>
  render(page, 'factor', assets);

export const renderPriceForm = (
  { currency, ...page }: FactorFormPage & { currency: string },
  assets: Assets,
): string =>
  render(page, 'price', assets, {
    ...t.factors.fields,
    perHour: { ...t.factors.fields['perHour']!, hint: t.factors.price.hint(currency) },
  });
