import type Stripe from 'stripe';
import { entriesOf, wholeOf, type Params } from './form.ts';
import { all, found, refused, type Kind, type Kinds, type World } from './state.ts';

const MOST_LEVELS = 4;
const SHOWN_WITHIN = 10;
const MOST_ON_PAGE = 100;

export const LIST_PARAMS = ['limit', 'starting_after'];

const listed = <T>(url: string, data: T[], most: number): Stripe.ApiList<T> => ({
  object: 'list',
  url,
  has_more: data.length > most,
  data: data.slice(0, most),
});

/** What Stripe leaves out of an object until it is asked for. */
const WITHIN: Record<string, (world: World, id: string) => object> = {
  'charge.refunds': (world, id) =>
    listed(
      `/v1/charges/${id}/refunds`,
      all(world, 'refund')
        .filter(({ charge }) => charge === id)
        .toReversed(),
      SHOWN_WITHIN,
    ),
  'invoice.payments': (world, id) =>
    listed(
      `/v1/invoice_payments?invoice=${id}`,
      all(world, 'invoice_payment')
        .filter(({ invoice }) => invoice === id)
        .toReversed(),
      SHOWN_WITHIN,
    ),
};

function expand(world: World, value: Record<string, unknown>, path: string[], whole: string): void {
  const [step, ...rest] = path;
  if (step === undefined) return;
  if (step === 'data' && value['object'] === 'list') {
    for (const item of value['data'] as Record<string, unknown>[]) expand(world, item, rest, whole);
    return;
  }
  const within = WITHIN[`${String(value['object'])}.${step}`];
  if (within) value[step] ??= structuredClone(within(world, String(value['id'])));
  const here = value[step];
  const object = typeof here === 'string' ? world.objects.get(here) : here;
  if (object === null || object === undefined) {
    if (step in value && here === null) return;
    throw refused(400, {
      message: `This property cannot be expanded (${whole}).`,
      param: 'expand',
    });
  }
  if (object !== here) value[step] = structuredClone(object);
  expand(world, value[step] as Record<string, unknown>, rest, whole);
}

/** An object as it is now, with what `expand` names in the place of its ids. */
export function answerOf(world: World, object: object, params: Params): object {
  const answer = structuredClone(object) as Record<string, unknown>;
  for (const path of Object.values(entriesOf(params, 'expand'))) {
    const steps = path.split('.');
    if (steps.length > MOST_LEVELS)
      throw refused(400, {
        message: `You cannot expand more than ${MOST_LEVELS} levels of a property. Property: ${path}`,
        param: 'expand',
      });
    expand(world, answer, steps, path);
  }
  return answer;
}

/** A page of what there is of a kind, newest first. */
export function pageOf<K extends Kind>(
  world: World,
  {
    kind,
    url,
    params,
    where,
  }: {
    kind: K;
    url: string;
    params: Params;
    where: (object: Kinds[K]) => boolean;
  },
): Stripe.ApiList<Kinds[K]> {
  const limit = wholeOf(params, 'limit') ?? 10;
  if (limit < 1 || limit > MOST_ON_PAGE)
    throw refused(400, {
      code: 'parameter_invalid_integer',
      message: `This value must be from 1 to ${MOST_ON_PAGE}: ${limit}`,
      param: 'limit',
    });
  const objects = all(world, kind).filter(where).toReversed();
  const after = params.get('starting_after');
  if (after === undefined) return listed(url, objects, limit);
  const at = objects.indexOf(found(world, kind, after, 'starting_after'));
  return listed(url, objects.slice(at + 1), limit);
}
