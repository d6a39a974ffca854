import { and, eq, sum } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { payment } from '../../db/payments.ts';
import { outstanding } from '../../domain/pledge-book.ts';
import { today } from '../../domain/day.ts';
import { formatAmount, parseAmount } from '../../domain/quantity.ts';
import type { Initiative } from '../../initiative/read.ts';
import { findPledgesOf } from '../../pledges/mine.ts';
import { paymentRefOf } from '../../pledges/pledge-row.ts';
import { rateKey, referenceRates } from '../../rates/reference.ts';
import { CHARGED_CURRENCIES, checkoutMethods, transferOf } from '../stripe/currency.ts';
import { disclosureLines } from './ways.ts';
import { payableTerms, type findPayable } from './pay.ts';
import type { GivePage, PayPage } from '../../../web/pages/pay.tsx';

const termsOf = ({ config }: Context, initiative: Initiative) => {
  const { currency } = initiative;
  return {
    limit: { currency, amount: parseAmount(config.checkoutLimit, currency) },
    disclosure: disclosureLines(initiative, null),
  };
};

type Model<P> = Omit<P, 'frame' | 'csrf' | 'key' | 'form'>;

export async function payModel(
  ctx: Context,
  initiative: Initiative,
  payable: Awaited<ReturnType<typeof findPayable>>,
): Promise<Omit<Model<PayPage>, 'action' | 'back'>> {
  const { pledge, giver } = payable;
  const { asset } = payableTerms(payable, initiative);
  const { pledges } = await findPledgesOf(ctx.db, giver.id, { ref: pledge.ref, limit: 1 });
  const { stages, instalments } = pledges[0]!;
  return {
    ...termsOf(ctx, initiative),
    ref: pledge.ref,
    paymentRef: paymentRefOf(pledge),
    currency: asset.code,
    open: outstanding({ stages }),
    onTheWay: await readOnTheWay(ctx, pledge.id),
    instalments: pledge.instalments.length > 0 ? instalments : [],
    due: instalments.find((part) => part.outstanding > 0n)?.outstanding ?? null,
    waits: stages.waiting.quantity > 0n,
    methods: checkoutMethods(asset.code),
    hasTransfer: transferOf(asset.code) !== null,
    today: today(ctx.now()),
  };
}

async function readOnTheWay({ db }: Context, pledgeId: string): Promise<bigint> {
  const [found] = await db
    .select({ amount: sum(payment.amountMinor) })
    .from(payment)
    .where(and(eq(payment.pledgeId, pledgeId), eq(payment.status, 'processing')));
  return BigInt(found!.amount ?? 0);
}

const AMOUNT = /^\d{1,16}(\.\d{1,3})?$/;

/** Suggests no amount while one may be on its way. */
export function payValues(
  { due, open, onTheWay, currency }: Pick<PayPage, 'due' | 'open' | 'onTheWay' | 'currency'>,
  country: string | null,
  asked: unknown,
): Map<string, string> {
  const likely = due ?? open;
  const amount =
    typeof asked === 'string' && AMOUNT.test(asked)
      ? asked
      : likely > 0n && onTheWay === 0n
        ? formatAmount(likely, currency)
        : '';
  return new Map([
    ['amount', amount],
    ['country', country ?? ''],
  ]);
}

const COMMON = ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'CAD', 'AUD', 'KRW'];

export async function giveModel(ctx: Context, initiative: Initiative): Promise<Model<GivePage>> {
  const on = today(ctx.now());
  const wanted = CHARGED_CURRENCIES.map((asset) => ({ asset, on }));
  const rates = await referenceRates(ctx.db, initiative.currency, wanted);
  const ordered = new Set([initiative.currency, ...COMMON, ...CHARGED_CURRENCIES]);
  return {
    ...termsOf(ctx, initiative),
    currencies: [...ordered].filter((currency) => rates.has(rateKey(currency, on))),
  };
}
