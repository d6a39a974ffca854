/** What signatories and pledges of a file would make. */
import { and, ne, sql } from 'drizzle-orm';
import * as schema from '../../db/schema.ts';
import { checkValidOn, GPUS } from '../../domain/asset.ts';
import { addDays, checkNotInFuture, today } from '../../domain/day.ts';
import { detailNames } from '../../domain/details.ts';
import { conflict, fieldError } from '../../domain/errors.ts';
import { PROFILE, PROFILE_FIELDS, type ProfileField } from '../../domain/profile.ts';
import { say } from '../../domain/say.ts';
import { numberOf } from '../../domain/typed-numbers.ts';
import { parse } from '../../http/parse.ts';
import { BATCH_LENGTH, randomCode } from '../../ledger/codes.ts';
import { lockGivers, planAcceptance } from '../../pledges/acceptance.ts';
import { draftPledge } from '../../pledges/draft.ts';
import { loggedDeed, pledgeRow, siteCodes } from '../../pledges/pledge.ts';
import { isHeldBack } from '../../pledges/pledge-row.ts';
import { movementEntries, termsEntry } from '../../pledges/record.ts';
import { pastPledge, type NewPledge } from '../../pledges/schemas.ts';
import { ageOf, rateKey, referenceRates } from '../../rates/reference.ts';
import { signatureEntry } from '../../signatories/moderate.ts';
import { emailKey, signatoryFile } from '../../signatories/schemas.ts';
import { signatoryRow } from '../../signatories/sign.ts';
import { countries } from '../../../web/data/countries.ts';
import { fullDay } from '../../../web/format.ts';
import { attemptRow, type HowToRead, type Said } from './cells.ts';
import { planEach, readRows, type Plan, type Planning } from './plan.ts';
import { giversOf } from './whom.ts';

const signatory = signatoryFile.omit({ key: true });

/** By their names in some languages, of which a spreadsheet may have any. */
const CODES = new Map([
  ['usa', 'US'],
  ['uk', 'GB'],
  ...['en', 'de', 'fr', 'ko'].flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    return countries.map(([code]) => [names.of(code)!.toLowerCase(), code] as const);
  }),
  ...countries.map(([code]) => [code.toLowerCase(), code] as const),
]);

/** As the API has it. Throws `invalid-input`. */
function readSignatory(said: Said, isShown: boolean) {
  const { kind = 'person', country, firstName, lastName } = said;
  const name = said['name'] ?? ([firstName, lastName].filter(Boolean).join(' ') || undefined);
  const isAsked = (field: ProfileField) => PROFILE[field].kinds.includes(kind as never);
  const fields = PROFILE_FIELDS.filter(isAsked);
  return parse(signatory, {
    ...Object.fromEntries(fields.map((field) => [field, said[field]])),
    ...(country !== undefined && { country: CODES.get(country.toLowerCase()) ?? country }),
    kind,
    name,
    email: said['email'],
    public: said['public'] === undefined ? isShown : said['public'] === 'yes',
    signedOn: said['signedOn'],
  });
}

export async function planSignatories(planning: Planning): Promise<Plan> {
  const { ctx, reader, how } = planning;
  const rows = await readRows(planning);
  const keys = rows.fresh.flatMap(({ said }) => said['email'] ?? []).map(emailKey);
  const { emailKey: taken, status } = schema.signatory;
  const signed = await reader
    .select({ key: taken })
    .from(schema.signatory)
    .where(and(sql`${taken} = ANY(${sql.param(keys)}::text[])`, ne(status, 'rejected')));
  const hasSigned = new Set(signed.map(({ key }) => key));
  const rowOf = new Map<string, number>();
  const items = rows.fresh.map((fresh) => ({ fresh }));
  return planEach(planning, rows, items, ({ fresh }) => {
    const input = readSignatory(fresh.said, how.shown);
    const on = input.signedOn ?? today(ctx.now());
    checkNotInFuture(on, ctx.now(), 'signedOn');
    if (input.email !== undefined) {
      const address = emailKey(input.email);
      const before = rowOf.get(address);
      if (hasSigned.has(address)) throw fieldError('email', say().csv.signed);
      if (before !== undefined) throw fieldError('email', say().csv.emailTwice(before));
      rowOf.set(address, fresh.n);
    }
    const published = { status: 'published', publishedAt: ctx.now() } as const;
    const row = { ...signatoryRow(ctx, input), ...published };
    const entries = [signatureEntry(ctx, row, 'sign', on)];
    return {
      made: row.id,
      signatory: row,
      batch: { ref: row.id, on, hides: false, entries },
      deed: { act: 'signatory.enter', object: row.id },
    };
  });
}

const modelOf = (text: string): string =>
  GPUS.find(({ code }) => code.toLowerCase() === text.toLowerCase())?.code ?? text;

/** As the API has it: compute if a row names a model. Throws `invalid-input`. */
function readPledge(said: Said, { shown, currency: base }: HowToRead): NewPledge {
  const { model, amount, currency = base, dueOn, gpus, gpuHours, from } = said;
  const kind = model === undefined ? 'funding' : 'compute';
  const common = {
    kind,
    visibility: said['visibility'] ?? (shown ? 'public' : 'anonymous'),
    ...Object.fromEntries(detailNames(undefined, kind).map((name) => [name, said[name]])),
  };
  if (model === undefined) {
    const instalments = dueOn && amount ? [{ dueOn, amount }] : undefined;
    return parse(pastPledge, { ...common, asset: currency, amount, instalments });
  }
  const to = said['to'] && addDays(said['to'], 1);
  const windows = gpus ? [{ gpus: numberOf(gpus), from, to }] : { gpuHours, from, to };
  return parse(pastPledge, { ...common, asset: modelOf(model), site: said['site'], windows });
}

/** Each is accepted on its day, at that day's rate. */
export async function planPledges(planning: Planning): Promise<Plan> {
  const { ctx, reader, tx, how } = planning;
  const { currency } = how;
  const rows = await readRows(planning);
  const giverOf = await giversOf(reader, rows.fresh);
  const items = rows.fresh.flatMap((fresh) => {
    const item = attemptRow(fresh, () => {
      const { occurredOn: on = today(ctx.now()) } = fresh.said;
      checkNotInFuture(on, ctx.now());
      const input = readPledge(fresh.said, how);
      const draft = draftPledge(input, currency);
      return { fresh, on, input, draft, found: giverOf(fresh.said) };
    });
    return item ?? [];
  });
  const ids = [...new Set(items.map(({ found }) => found.id))];
  const locked = tx && (await lockGivers(tx, ids, 'shared'));
  // A preview makes no sites.
  const siteNames = items.flatMap(({ draft }) => draft.siteName ?? []);
  const siteOf = tx ? await siteCodes(ctx, tx, siteNames) : () => '';
  const wanted = items.map(({ draft, on }) => ({ asset: draft.asset, on }));
  const rates = await referenceRates(reader, currency, wanted);
  return planEach(planning, rows, items, ({ on, input, draft, found }) => {
    const giver = locked?.get(found.id) ?? found;
    checkValidOn(draft.asset, on);
    const rate = rates.get(rateKey(draft.asset, on));
    const age = rate && ageOf(rate, on);
    if (age?.is === 'too-old') {
      throw conflict(say().csv.oldRate(draft.asset, fullDay(age.on), age.days));
    }
    const site = draft.siteName === null ? null : siteOf(draft.siteName);
    const row = pledgeRow(ctx, input, draft, { signatoryId: found.id, site });
    const hides = isHeldBack(row);
    const asked = { on, now: ctx.now(), grade: 'self-asserted' } as const;
    const { terms, moves, grade, fixed } = planAcceptance(row, giver, asked, { currency, rates });
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    const movements = movementEntries(row, { batch, moves, on, grade });
    const entries = [termsEntry(row, terms, giver), ...movements];
    return {
      made: row.ref,
      pledge: { ...row, ...fixed },
      batch: { ref: row.ref, on, hides, entries },
      deed: loggedDeed(row.ref, 'accepted'),
      sum: row,
    };
  });
}
