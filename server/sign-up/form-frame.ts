import type { FormFrame, PledgeReading, SignatureReading } from '../../web/data/forms.ts';
import { fillFields, MOST_ROWS, ROWS, type Typed } from '../../web/forms/fields.ts';
import { PLEDGE, pledgeFields } from '../../web/forms/pledge.ts';
import type { Context } from '../context.ts';
import { today, type Day } from '../domain/day.ts';
import { detailsOf } from '../domain/details.ts';
import { DomainError } from '../domain/errors.ts';
import { profileOf } from '../domain/profile.ts';
import { formatGpuHours, formatQuantity } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { scheduleOf } from '../domain/schedule.ts';
import { bannerOf, checkOpen, findInitiative } from '../initiative/read.ts';
import { windowOf } from '../ledger/leaf.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { whyClosed } from '../payments/pay/ways.ts';
import { draftPledge } from '../pledges/draft.ts';
import type { OwnPledge } from '../pledges/mine.ts';
import type { NewPledge } from '../pledges/schemas.ts';
import { h100RatesOn } from '../rates/reference.ts';
import type { SignInput } from '../signatories/schemas.ts';

/** Throws `closed` when nobody may sign or pledge. */
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

/** A pledge as its giver reads it. Throws `invalid-input` for what the schema alone can't judge. */
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

export const signatureOf = (input: SignInput): SignatureReading => ({
  kind: input.kind,
  name: input.name,
  ...profileOf(input),
  email: input.email,
  isPublic: input.public,
});

/** Throws `conflict` for a pledge that the form can't hold. */
export function typedOf({ row, asset, site }: OwnPledge): Typed {
  const schedule = scheduleOf(row.quantity, row.instalments.map(instalmentOf));
  const instalments = schedule ? [] : row.instalments;
  const rows = Math.max(instalments.length, row.windows.length, 1);
  if (rows > MOST_ROWS || row.condition !== null || row.source === 'bought') {
    throw new DomainError('conflict', say().me.formCannotHold);
  }
  const isGrant = row.windows.length === 0;
  const filled = fillFields(
    pledgeFields(asset.kind),
    {
      ...row,
      ...detailsOf(row),
      amount: formatQuantity(row.quantity, asset),
      schedule: schedule ?? { every: instalments.length === 0 ? 'once' : 'free' },
      instalments: instalments.map(([dueOn, quantity]) => ({
        dueOn,
        amount: formatQuantity(BigInt(quantity), asset),
      })),
      site,
      by: isGrant ? 'hours' : 'windows',
      windows: isGrant
        ? { gpuHours: formatGpuHours(row.quantity), from: row.fromOn, to: row.toOn }
        : row.windows.map(windowOf),
    },
    PLEDGE,
  );
  return new Map([...filled, [ROWS, String(rows)]]);
}
