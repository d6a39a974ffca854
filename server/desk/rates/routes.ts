import type { FormState } from '../../../web/components/form.tsx';
import { HOME } from '../../../web/desk/initiative/forms.tsx';
import * as view from '../../../web/desk/rates/page.tsx';
import { FACTOR_FIELDS, PRICE_FIELDS, RATE_FIELDS } from '../../../web/forms/desk.ts';
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
    return pages.send(desk, view.DailyRatesView, page, statusOf(form));
  };
  pages.form(`${HOME}/rates`, 'manage', ['fetch'], showDaily, async (desk) => {
    const input = parse(fetchingInput, { fetch: desk.values.get('fetch') });
    await setFetching(ctx, desk.actor, desk.key, input);
    return doneAt(desk.reply, HOME, 'rate.daily');
  });

  const showRate = async (desk: DeskRequest, typed?: FormState) => {
    const { currency } = await readInitiative(ctx);
    const { currency: asked } = desk.request.query as { currency?: unknown };
    const form = typed
      ? inWords(typed)
      : filled({ currency: typeof asked === 'string' ? asked : '', ratedOn: today(ctx.now()) });
    return pages.send(desk, view.RateFormView, { form, currency }, statusOf(form));
  };
  pages.form(`${HOME}/rate`, 'record', RATE_FIELDS, showRate, async (desk) => {
    await recordAdminRate(ctx, desk.actor, desk.key, parse(adminRateInput, desk.input));
    return doneAt(desk.reply, HOME, 'rate.give');
  });

  const showFactor = (desk: DeskRequest, form = filled({ holdsFrom: today(ctx.now()) })) =>
    pages.send(desk, view.FactorFormView, { form }, statusOf(form));
  pages.form(`${HOME}/factor`, 'record', FACTOR_FIELDS, showFactor, async (desk) => {
    await giveFactor(ctx, desk.actor, desk.key, parse(factorInput, desk.input));
    return doneAt(desk.reply, HOME, 'factor.give');
  });

  const showPrice = async (desk: DeskRequest, form = filled({ pricedOn: today(ctx.now()) })) => {
    const { currency } = await readInitiative(ctx);
    return pages.send(desk, view.PriceFormView, { form, currency }, statusOf(form));
  };
  pages.form(`${HOME}/price`, 'record', PRICE_FIELDS, showPrice, async (desk) => {
    await givePrice(ctx, desk.actor, desk.key, parse(priceInput, desk.input));
    return doneAt(desk.reply, HOME, 'price.give');
  });
}
