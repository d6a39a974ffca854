import type { FormState } from '../../../web/components/form.tsx';
import { HOME } from '../../../web/desk/initiative/forms.tsx';
import { renderDailyRates, renderRateForm } from '../../../web/desk/rates/page.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import type { Context } from '../../context.ts';
import { today } from '../../domain/day.ts';
import { ungrouped } from '../../domain/typed-numbers.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { adminRateInput, recordAdminRate } from '../../rates/admin-rate.ts';
import { fetchingInput, ratesState, setFetching } from '../../rates/fetching.ts';
import { deskFrame, doneAt, type DeskPages, type DeskRequest } from '../frame.ts';
import { readInitiative } from '../initiative/model.ts';
import { t } from '../../../web/words.ts';

const FIELDS = ['currency', 'ratedOn', 'perUnit', 'unitsPer', 'source', 'url'];

const READ: Record<string, (text: string) => string> = {
  currency: (text) => text.toUpperCase(),
  perUnit: ungrouped,
  unitsPer: ungrouped,
};

/** What was typed, as the API has it; a figure or an address that is empty is absent. */
const typedOf = (values: ReadonlyMap<string, string>) =>
  Object.fromEntries(
    FIELDS.flatMap((name): [string, string][] => {
      const text = values.get(name) ?? '';
      const isAbsent = text === '' && ['perUnit', 'unitsPer', 'url'].includes(name);
      return isAbsent ? [] : [[name, (READ[name] ?? String)(text)]];
    }),
  );

/** The API's words name its fields. */
const inWords = ({ values, errors }: FormState): FormState => ({
  values,
  errors: errors.map(({ field, message }) =>
    (field === 'perUnit' || field === 'unitsPer') && /perUnit or unitsPer/.test(message)
      ? { field, message: t.rates.own.figures[field] }
      : { field, message },
  ),
});

const statusOf = ({ errors }: FormState): number => (errors.length > 0 ? 400 : 200);

/** The forms by which rates are updated daily, and by which an admin gives one. */
export function registerRatesPages(pages: DeskPages, ctx: Context, assets: Assets): void {
  const showDaily = async (request: DeskRequest, form?: FormState) => {
    const { fetchRates } = await readInitiative(ctx);
    const standing = { values: new Map([['fetch', fetchRates ? 'yes' : 'no']]), errors: [] };
    const page = {
      frame: await deskFrame(ctx, request),
      form: form ?? standing,
      rates: await ratesState(ctx),
    };
    return sendPage(request.reply, statusOf(page.form), renderDailyRates(page, assets));
  };
  pages.get(`${HOME}/rates`, 'manage', (request) => showDaily(request));
  pages.post(
    `${HOME}/rates`,
    'manage',
    ['fetch'],
    async ({ actor, key, values, reply }) => {
      const input = parse(fetchingInput, { fetch: values.get('fetch') });
      await setFetching(ctx, actor, key, input);
      return doneAt(reply, HOME, 'rate.daily');
    },
    showDaily,
  );

  const showRate = async (request: DeskRequest, form?: FormState) => {
    const { currency } = await readInitiative(ctx);
    const { currency: asked } = request.request.query as { currency?: unknown };
    const fresh = {
      values: new Map([
        ['currency', typeof asked === 'string' ? asked : ''],
        ['ratedOn', today(ctx.now())],
      ]),
      errors: [],
    };
    const page = { frame: await deskFrame(ctx, request), form: form ?? fresh, currency };
    return sendPage(request.reply, statusOf(page.form), renderRateForm(page, assets));
  };
  pages.get(`${HOME}/rate`, 'record', (request) => showRate(request));
  pages.post(
    `${HOME}/rate`,
    'record',
    FIELDS,
    async ({ actor, key, values, reply }) => {
      await recordAdminRate(ctx, actor, key, parse(adminRateInput, typedOf(values)));
      return doneAt(reply, HOME, 'rate.give');
    },
    (request, form) => showRate(request, inWords(form)),
  );
}
