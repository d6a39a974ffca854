import type { FormState } from '../../web/components/form.tsx';
import type { FormFrame, PledgeReading, SignatureReading } from '../../web/data/forms.ts';
import {
  fillFields,
  MOST_ROWS,
  ROWS,
  type Typed,
  type TypedInput,
} from '../../web/forms/fields.ts';
import { PLEDGE, pledgeFields } from '../../web/forms/pledge.ts';
import { t } from '../../web/words.ts';
import type { Context } from '../context.ts';
import { today, type Day } from '../domain/day.ts';
import { detailsOf } from '../domain/details.ts';
import { conflict, DomainError, type FieldError } from '../domain/errors.ts';
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

export const formFrame = (ctx: Context): Promise<FormFrame> =>
  ctx.publicly(async (db) => {
    const initiative = checkOpen(await findInitiative(db));
    const h100Rates = await h100RatesOn(db, today(ctx.now()));
    const { name, closed, demonstration, look, currency, recipient } = initiative;
    return {
      ...bannerOf(ctx, initiative),
      initiative: { name, closed, demonstration, look, unlisted: demonstration },
      currency,
      h100Rates,
      canGive: whyClosed(ctx, initiative) === null,
      recipient,
    };
  });

/** Throws `invalid-input` for what the schema alone can't judge. */
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
    instalments: draft.instalments.map(instalmentOf),
    windows: draft.windows.map(windowOf),
    grant: draft.fromOn && draft.toOn ? { from: draft.fromOn, to: draft.toOn } : null,
    site: draft.siteName,
    measuredBy: isFunding ? null : input.measuredBy,
    paidThrough: isFunding ? (input.paidThrough ?? null) : null,
    details: detailsOf(draft),
  };
}

export const signatureOf = (
  input: SignInput & { news?: boolean | undefined },
): SignatureReading => ({
  kind: input.kind,
  name: input.name,
  ...profileOf(input),
  email: input.email,
  isPublic: input.public,
  news: input.news ?? false,
});

export function typedOf({ row, asset, site }: OwnPledge): Typed {
  const schedule = scheduleOf(row.quantity, row.instalments.map(instalmentOf));
  const instalments = schedule ? [] : row.instalments;
  const rows = Math.max(instalments.length, row.windows.length, 1);
  if (rows > MOST_ROWS || row.condition !== null || row.source === 'bought') {
    throw conflict(say().me.formCannotHold);
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

type Values = FormState['values'];

export const STATE_FIELDS = ['step', 'go', 'key'];

/** Once for a field that is two in the API's JSON, as one sum on a day is. */
export function formErrors(
  fields: readonly FieldError[],
  fieldOf: TypedInput['fieldOf'],
): FieldError[] {
  const worded = fields.map(({ field, message }) => {
    const own = field && fieldOf(field);
    return { field: own, message: t.forms.worded(own, message) };
  });
  return [...new Map(worded.map((error) => [error.field + error.message, error])).values()];
}

/** In the order of the page; an error without a field comes first. */
export const inOrder = (errors: FieldError[], names: readonly string[]): FieldError[] =>
  errors.toSorted((one, other) => names.indexOf(one.field) - names.indexOf(other.field));

export function attempt<T>(read: () => T): { value: T } | { fields: FieldError[] } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-input') {
      return { fields: error.fields };
    }
    throw error;
  }
}

export const withValues = (values: Values, others: Record<string, string>): Values =>
  new Map([...values, ...Object.entries(others)]);

export const withRow = (values: Values): Values =>
  withValues(values, { [ROWS]: String(Number(values.get(ROWS)) + 1) });
