/** What GPUs are counted as and what an hour costs: what stands, and the forms that give another one. */
import type { ComponentChildren } from 'preact';
import { GPUS, UNIT_GPU } from '../../server/domain/asset.ts';
import { ErrorSummary, Field, Select, type FormState, type Input } from '../components/form.tsx';
import { deskFactors as t } from '../messages/en-desk-factors.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from './frame.tsx';
import { HOME } from './initiative-forms.tsx';

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
      <h2>{t.title}</h2>
      {frame.rights.includes('record') && (
        <span>
          <a href={`${HOME}/price`}>{t.price.change}</a>{' '}
          <a href={`${HOME}/factor`}>{t.factor.change}</a>
        </span>
      )}
    </div>
    <dl class="terms">
      <div>
        <dt>{t.price.name}</dt>
        <dd>
          {compute.price === null ? (
            <span class="quiet">{t.price.none}</span>
          ) : (
            t.price.given(compute.price, compute.currency)
          )}
        </dd>
      </div>
      {compute.factors.map((factor) => (
        <div key={`${factor.model} ${factor.holdsFrom}`}>
          <dt>{factor.model}</dt>
          <dd>{t.factor.given(factor)}</dd>
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
  label: t.label(name),
  hint: t.hint(name),
  form,
  t: en,
});

interface ShellProps extends FactorFormPage {
  name: 'factor' | 'price';
  assets: Assets;
  children: ComponentChildren;
}

const render = ({ frame, form, name, assets, children }: ShellProps): string =>
  renderDesk({
    frame,
    title: t[name].title,
    text: t[name].text,
    current: 'initiative',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={`${HOME}/${name}`} novalidate>
        <ErrorSummary form={form} labelOf={t.label} t={en} />
        <DeskKeys frame={frame} />
        {children}
        <Field {...named('source', form)} input={free} />
        <Field {...named('url', form)} input={link} isOptional />
        <p class="actions">
          <button type="submit">{t[name].send}</button>
          <a href={HOME}>{t.keep}</a>
        </p>
      </form>
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
        <Select {...named('basis', form)} options={t.bases} />
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
        <Field {...named('perHour', form)} hint={t.price.hint(currency)} input={decimal} />
        <Field {...named('pricedOn', form)} input={date} />
      </>
    ),
  });
