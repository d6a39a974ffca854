import type { FormFrame, PledgeReading, SignatureReading } from '../../web/data/forms.ts';
import type { Context } from '../context.ts';
import { today, type Day } from '../domain/day.ts';
import { detailsOf } from '../domain/details.ts';
import { bannerOf, checkOpen, findInitiative } from '../initiative/read.ts';
import { windowOf } from '../ledger/leaf.ts';
import { whyClosed } from '../payments/pay/ways.ts';
import { draftPledge } from '../pledges/draft.ts';
import type { NewPledge } from '../pledges/schemas.ts';
import { h100RatesOn } from '../rates/reference.ts';
import type { SignInput } from '../signatories/schemas.ts';

/** What stands around a form. Throws `closed` when nobody may sign or pledge. */
export const formFrame = (ctx: Context): Promise<FormFrame> =>
  ctx.publicly(async (db) => {
    const initiative = checkOpen(await findInitiative(db));
    const h100Rates = await h100RatesOn(db, today(ctx.now()));
    const { name, closed, demonstration, currency, recipient } = initiative;
    return {
      ...bannerOf(ctx, initiative),
      initiative: { name, closed, demonstration, unlisted: demonstration },
      currency,
      h100Rates,
      canGive: whyClosed(ctx, initiative) === null,
      recipient,
    };
  });

/**
 * A pledge as it is read back to its giver. Throws `invalid-input` with the places of what a schema
 * alone cannot judge.
 */
export function readingOf(
  input: NewPledge,
  { currency, h100Rates }: Pick<FormFrame, 'currency' | 'h100Rates'>,
  isGiverShown: boolean,
  on?: Day,
): PledgeReading {
  const draft = draftPledge(input, currency, on);
  const isFunding = input.kind === 'funding';
  return {
    kind: input.kind,
    asset: draft.asset,
    quantity: draft.quantity,
    h100Rate: isFunding ? null : h100Rates.get(draft.asset)!,
    visibility: input.visibility,
    isGiverShown,
    every: isFunding ? (input.schedule?.every ?? null) : null,
    instalments: draft.instalments.map(([dueOn, quantity]) => ({
      dueOn,
      quantity: BigInt(quantity),
    })),
    windows: draft.windows.map(windowOf),
    grant: draft.fromOn && draft.toOn ? { from: draft.fromOn, to: draft.toOn } : null,
    site: draft.siteName,
    measuredBy: isFunding ? null : input.measuredBy,
    paidThrough: isFunding ? (input.paidThrough ?? null) : null,
    details: detailsOf(draft),
  };
}

/** A signature as it is read back. */
export const signatureOf = (input: SignInput): SignatureReading => ({
  kind: input.kind,
  name: input.name,
  role: input.role ?? null,
  affiliation: input.affiliation ?? null,
  url: input.url ?? null,
  country: input.country ?? null,
  statement: input.statement ?? null,
  email: input.email,
  isPublic: input.public,
});
