import type { FormState } from '../../../web/components/form.tsx';
import { HOME } from '../../../web/desk/initiative/forms.tsx';
import {
  DailyRatesView,
  FactorFormView,
  PriceFormView,
  RateFormView,
} from '../../../web/desk/rates/page.tsx';
import { FACTOR_FIELDS, PRICE_FIELDS, RATE_FIELDS } from '../../../web/forms/desk.ts';
import { fieldNames, readFields } from '../../../web/forms/fields.ts';
import { t } from '../../../web/words.ts';
import type { Context } from '../../context.ts';
import { today } from '../../domain/day.ts';
import { parse } from '../../http/parse.ts';
import { adminRateInput, recordAdminRate } from '../../rates/admin-rate.ts';
import { fetchingInput, ratesState, setFetching } from '../../rates/fetching.ts';
import { giveFactor, factorInput, priceInput, givePrice } from '../../rates/gpu-figures.ts';
import { doneAt, statusOf, type DeskPages, type DeskRequest } from '../frame.ts';
import { readInitiative } from '../initiative/model.ts';

const inWords = ({ values, errors }: FormState): FormState => ({
  values,
  errors: errors.map(({ field, message }) =>
    (field === 'perUnit' || field === 'unitsPer') && /perUnit or unitsPer/.test(message)
      ? { field, message: t.rates.own.figures[field] }
      : { field, message },
  ),
});

const filled = (values: Record<string, string>): FormState => ({
  values: new Map(Object.entries(values)),
  errors: [],
});

export function registerRates(pages: DeskPages, ctx: Context): void {
  const showDaily = async (desk: DeskRequest, typed?: FormState) => {
    const { fetchRates } = await readInitiative(ctx);
    const form = typed ?? filled({ fetch: fetchRates ? 'yes' : 'no' });
    const page = { form, rates: await ratesState(ctx) };
    return pages.send(desk, DailyRatesView, page, statusOf(form));
  };
  pages.form(
    `${HOME}/rates`,
    { right: 'manage', names: ['fetch'], show: showDaily },
    async ({ actor, key, values, reply }) => {
      const input = parse(fetchingInput, { fetch: values.get('fetch') });
      await setFetching(ctx, actor, key, input);
      return doneAt(reply, HOME, 'rate.daily');
    },
  );

  const showRate = async (desk: DeskRequest, typed?: FormState) => {
    const { currency } = await readInitiative(ctx);
    const { currency: asked } = desk.request.query as { currency?: unknown };
    const form = typed
      ? inWords(typed)
      : filled({ currency: typeof asked === 'string' ? asked : '', ratedOn: today(ctx.now()) });
    return pages.send(desk, RateFormView, { form, currency }, statusOf(form));
  };
  pages.form(
    `${HOME}/rate`,
    { right: 'record', names: fieldNames(RATE_FIELDS), show: showRate },
    async ({ actor, key, values, reply }) => {
      const input = parse(adminRateInput, readFields(RATE_FIELDS, values).input);
      await recordAdminRate(ctx, actor, key, input);
      return doneAt(reply, HOME, 'rate.give');
    },
  );

  const showFactor = (desk: DeskRequest, form = filled({ holdsFrom: today(ctx.now()) })) =>
    pages.send(desk, FactorFormView, { form }, statusOf(form));
  pages.form(
    `${HOME}/factor`,
    { right: 'record', names: fieldNames(FACTOR_FIELDS), show: showFactor },
    async ({ actor, key, values, reply }) => {
      const input = parse(factorInput, readFields(FACTOR_FIELDS, values).input);
      await giveFactor(ctx, actor, key, input);
      return doneAt(reply, HOME, 'factor.give');
    },
  );

  const showPrice = async (desk: DeskRequest, form = filled({ pricedOn: today(ctx.now()) })) => {
    const { currency } = await readInitiative(ctx);
    return pages.send(desk, PriceFormView, { form, currency }, statusOf(form));
  };
  pages.form(
    `${HOME}/price`,
    { right: 'record', names: fieldNames(PRICE_FIELDS), show: showPrice },
    async ({ actor, key, values, reply }) => {
      const input = parse(priceInput, readFields(PRICE_FIELDS, values).input);
      await givePrice(ctx, actor, key, input);
      return doneAt(reply, HOME, 'price.give');
    },
  );
}
