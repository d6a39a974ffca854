/** What GPUs are counted as and what an hour costs: what stands, and the forms that give another one. */
import type { Input } from '../../forms/fields.ts';
import type { ComponentChildren } from 'preact';
import { GPUS, UNIT_GPU } from '../../../server/domain/asset.ts';
import { Field, Select, type FormState } from '../../components/form.tsx';
import type { Assets } from '../../pages/page.tsx';
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
  /** Those that an admin gave. */
  factors: (Given & { model: string; tflops: string; holdsFrom: string })[];
}

/** On the initiative's page. */
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
      <div>
        <dt>{t.factors.price.name}</dt>
        <dd>
          {compute.price === null ? (
            <span class="quiet">{t.factors.price.none}</span>
          ) : (
            t.factors.price.given(compute.price, compute.currency)
          )}
        </dd>
      </div>
      {compute.factors.map((factor) => (
        <div key={`${factor.model} ${factor.holdsFrom}`}>
          <dt>{factor.model}</dt>
          <dd>{t.factors.factor.given(factor)}</dd>
        </div>
      ))}
    </dl>
  </section>
);

const decimal: Input = { size: 12, inputMode: 'decimal', autocomplete: 'off' };
const free: Input = { autocomplete: 'off' };
const link: Input = { inputMode: 'url', autocomplete: 'off' };
const date: Input = { type: 'date', size: 14 };

export interface FactorFormPage {
  frame: DeskFrame;
  form: FormState;
}

const named = (name: string, form: FormState) => ({
  name,
  label: t.factors.label(name),
  hint: t.factors.hint(name),
  form,
});

interface ShellProps extends FactorFormPage {
  name: 'factor' | 'price';
  assets: Assets;
  children: ComponentChildren;
}

const render = ({ frame, form, name, assets, children }: ShellProps): string =>
  renderDeskForm({
    frame,
    title: t.factors[name].title,
    text: t.factors[name].text,
    current: 'initiative',
    assets,
    form,
    labelOf: t.factors.label,
    action: `${HOME}/${name}`,
    submit: t.factors[name].send,
    leave: { href: HOME, text: t.factors.keep },
    children: (
      <>
        {children}
        <Field {...named('source', form)} input={free} />
        <Field {...named('url', form)} input={link} isOptional />
      </>
    ),
  });

export const renderFactorForm = ({ frame, form }: FactorFormPage, assets: Assets): string =>
  render({
    frame,
    form,
    name: 'factor',
    assets,
    children: (
      <>
        <Select
          {...named('model', form)}
          options={GPUS.filter(({ code }) => code !== UNIT_GPU).map(({ code }) => [code, code])}
        />
        <Field {...named('tflops', form)} input={decimal} />
        <Select {...named('basis', form)} options={t.factors.bases} />
        <Field {...named('holdsFrom', form)} input={date} />
      </>
    ),
  });

export const renderPriceForm = (
  { frame, form, currency }: FactorFormPage & { currency: string },
  assets: Assets,
): string =>
  render({
    frame,
    form,
    name: 'price',
    assets,
    children: (
      <>
        <Field {...named('perHour', form)} hint={t.factors.price.hint(currency)} input={decimal} />
        <Field {...named('pricedOn', form)} input={date} />
      </>
    ),
  });
