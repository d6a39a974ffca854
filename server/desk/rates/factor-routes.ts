import type { FormState } from '../../../web/components/form.tsx';
import { renderFactorForm, renderPriceForm } from '../../../web/desk/rates/factors.tsx';
import { HOME } from '../../../web/desk/initiative/forms.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import type { Context } from '../../context.ts';
import { today } from '../../domain/day.ts';
import { ungrouped } from '../../domain/typed-numbers.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { factorInput, giveFactor, givePrice, priceInput } from '../../rates/gpu-figures.ts';
import { deskFrame, doneAt, type DeskPages, type DeskRequest } from '../frame.ts';
import { readInitiative } from '../initiative/model.ts';

const FIELDS = {
  factor: ['model', 'tflops', 'basis', 'holdsFrom', 'source', 'url'],
  price: ['perHour', 'pricedOn', 'source', 'url'],
};

/** What was typed, as the API has it: figures without their commas, and no field that is empty. */
const typedOf = (values: ReadonlyMap<string, string>, names: readonly string[], figure: string) =>
  Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const text = values.get(name) ?? '';
      if (text === '' && name === 'url') return [];
      return [[name, name === figure ? ungrouped(text) : text]];
    }),
  );

const statusOf = ({ errors }: FormState): number => (errors.length > 0 ? 400 : 200);

/** The forms by which an admin says what a GPU is counted as, and what an hour costs. */
export function registerFactorPages(pages: DeskPages, ctx: Context, assets: Assets): void {
  const fresh = (day: string): FormState => ({
    values: new Map([[day, today(ctx.now())]]),
    errors: [],
  });

  const showFactor = async (request: DeskRequest, form = fresh('holdsFrom')) => {
    const page = { frame: await deskFrame(ctx, request), form };
    return sendPage(request.reply, statusOf(form), renderFactorForm(page, assets));
  };
  pages.get(`${HOME}/factor`, 'record', (request) => showFactor(request));
  pages.post(
    `${HOME}/factor`,
    'record',
    FIELDS.factor,
    async ({ actor, key, values, reply }) => {
      const input = parse(factorInput, typedOf(values, FIELDS.factor, 'tflops'));
      await giveFactor(ctx, actor, key, input);
      return doneAt(reply, HOME, 'factor.give');
    },
    showFactor,
  );

  const showPrice = async (request: DeskRequest, form = fresh('pricedOn')) => {
    const { currency } = await readInitiative(ctx);
    const page = { frame: await deskFrame(ctx, request), form, currency };
    return sendPage(request.reply, statusOf(form), renderPriceForm(page, assets));
  };
  pages.get(`${HOME}/price`, 'record', (request) => showPrice(request));
  pages.post(
    `${HOME}/price`,
    'record',
    FIELDS.price,
    async ({ actor, key, values, reply }) => {
      const input = parse(priceInput, typedOf(values, FIELDS.price, 'perHour'));
      await givePrice(ctx, actor, key, input);
      return doneAt(reply, HOME, 'price.give');
    },
    showPrice,
  );
}
