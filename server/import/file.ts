import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { isCurrency, isRetired } from '../domain/asset.ts';
import { collector, type Collector } from '../domain/collect-errors.ts';
import { checkNotInFuture } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { parseAmount, parseGpuHours } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { BASES } from '../domain/totals.ts';
import { parse } from '../http/parse.ts';
import { day, decimal, line } from '../http/text.ts';
import { draftPledge, type PledgeDraft } from '../pledges/draft.ts';
import { pledgeFile, type PledgeFile } from '../pledges/schemas.ts';
import { adminRateInput, draftAdminRate, type AdminRate } from '../rates/admin-rate.ts';
import { emailKey, signatoryFile } from '../signatories/schemas.ts';
import { draftMilestones, milestonesShape } from '../initiative/milestones.ts';
import { reportedShape } from '../initiative/offered.ts';
import {
  callText,
  checkRecipient,
  gpusAtOnce,
  minute,
  noteText,
  recipient,
} from '../initiative/shapes.ts';

export const MAX_FILE_BYTES = 128 * 1024 * 1024;

const initiative = z.strictObject({
  name: line(200),
  call: callText,
  currency: z.string().refine((code) => isCurrency(code) && !isRetired(code), {
    error: () => say().rates.notCurrency,
  }),
  targets: z.strictObject({
    funding: decimal.optional(),
    gpus: gpusAtOnce.optional(),
    basis: z.enum(BASES).optional().describe('GPUs at one `site`, or at `all` sites together.'),
    gpuHours: decimal.optional(),
  }),
  startsOn: day.optional(),
  endsOn: day.optional(),
  deadlineOn: day.optional(),
  opensAt: minute.optional(),
  note: noteText.optional(),
  milestones: milestonesShape.optional(),
  closed: z.boolean().default(false),
  demonstration: z.boolean().default(false),
  fetchRates: z
    .boolean()
    .optional()
    .describe('Whether the server fetches the ECB’s rates daily. RATES_URL overrides this.'),
});

/** examples/initiative.schema.json is made from it. */
export const initiativeFile = z.strictObject({
  $schema: z.string().optional(),
  initiative,
  recipient: recipient.optional(),
  reported: z.array(reportedShape).max(10_000).default([]),
  rates: z.array(adminRateInput).max(10_000).default([]),
  signatories: z.array(signatoryFile).max(200_000).default([]),
  pledges: z.array(pledgeFile).max(200_000).default([]),
});
export type InitiativeFile = z.infer<typeof initiativeFile>;

/** Throws `invalid-input`, with the file's name. */
export async function readInitiativeFile(name: string): Promise<unknown> {
  const refuse = (what: string) => new DomainError('invalid-input', `${name} ${what}`);
  let text: string;
  try {
    if ((await stat(name)).size > MAX_FILE_BYTES) throw refuse(say().imports.tooLarge);
    // Some editors begin a file with a byte order mark.
    text = (await readFile(name, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    throw error instanceof DomainError ? error : refuse(say().imports.unreadable);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse(say().imports.notJson((error as Error).message));
  }
}

export type CheckedFile = ReturnType<typeof checkFile>;

/** Throws `invalid-input` with every error at its place: `pledges[3].movements[1].amount`. */
export function checkFile(json: unknown, now: Date) {
  const check = collector();
  const file = parseFile(json, now, check);
  const { currency } = file.initiative;
  const targets = checkInitiative(file.initiative, check);
  checkRecipient(file.recipient, currency, check);
  checkKeys(file, check);
  file.signatories.forEach(({ signedOn }, index) => {
    if (signedOn === undefined) return;
    check.attempt(() => checkNotInFuture(signedOn, now, `signatories[${index}].signedOn`));
  });
  const rates = file.rates.map((rate, index) =>
    attemptAt(check, `rates[${index}]`, () => draftAdminRate(rate, currency, now)),
  );
  const drafts = file.pledges.map((pledge, index) =>
    checkPledge(pledge, `pledges[${index}]`, currency, now, check),
  );
  check.done();
  return {
    file,
    /** Without defaults, to tell whether an item has changed. */
    written: json as z.input<typeof initiativeFile>,
    ...targets,
    rates: rates as AdminRate[],
    drafts: drafts as PledgeDraft[],
  };
}

type Figures = Pick<
  InitiativeFile['initiative'],
  'currency' | 'targets' | 'startsOn' | 'endsOn' | 'milestones'
>;

function checkInitiative(figures: Figures, check: Collector) {
  const { targets, currency, startsOn, endsOn, milestones } = figures;
  const { funding, gpus, gpuHours } = targets;
  const at = 'initiative.targets';
  const fundingTargetMinor = check.attempt(() =>
    funding === undefined ? null : parseAmount(funding, currency, `${at}.funding`),
  );
  const gpuSecondsTarget = check.attempt(() =>
    gpuHours === undefined ? null : parseGpuHours(gpuHours, `${at}.gpuHours`),
  );
  if (startsOn !== undefined && endsOn !== undefined && endsOn <= startsOn) {
    check.refuse('initiative.endsOn', say().initiative.endNotAfter(startsOn));
  }
  const read = {
    currency,
    fundingTargetMinor: fundingTargetMinor ?? null,
    gpusTarget: gpus ?? null,
    gpuSecondsTarget: gpuSecondsTarget ?? null,
  };
  const drafts = attemptAt(check, 'initiative.milestones', () =>
    milestones === undefined ? [] : draftMilestones(milestones, read),
  );
  return { ...read, milestones: drafts ?? [] };
}

const { shape } = initiative;
const targetsShape = shape.targets.shape;

const soundFigures = z.object({
  initiative: z.object({
    currency: shape.currency.catch('USD'),
    targets: z
      .object({
        funding: targetsShape.funding.catch(undefined),
        gpus: targetsShape.gpus.catch(undefined),
        gpuHours: targetsShape.gpuHours.catch(undefined),
      })
      .catch({}),
    startsOn: shape.startsOn.catch(undefined),
    endsOn: shape.endsOn.catch(undefined),
    milestones: shape.milestones.catch(undefined),
  }),
});

/** Checks what is of the right shape further, to name every error at once. */
function parseFile(json: unknown, now: Date, check: Collector): InitiativeFile {
  const file = check.attempt(() => parse(initiativeFile, json));
  if (file) return file;
  const figures = soundFigures.safeParse(json).data?.initiative;
  if (figures) checkInitiative(figures, check);
  const currency = figures?.currency ?? 'USD';
  const { data } = z.object({ pledges: z.array(z.unknown()) }).safeParse(json);
  data?.pledges.forEach((pledge, index) => {
    const parsed = pledgeFile.safeParse(pledge);
    if (parsed.success) checkPledge(parsed.data, `pledges[${index}]`, currency, now, check);
  });
  check.done();
  throw new Error('a file that is not of its schema has no errors');
}

function checkPledge(
  pledge: PledgeFile,
  place: string,
  currency: string,
  now: Date,
  check: Collector,
): PledgeDraft | undefined {
  checkMovements(pledge, place, now, check);
  return attemptAt(check, place, () => draftPledge(pledge, currency));
}

/** Whatever the refusal's code. */
export function attemptAt<T>(
  check: { refuse: (place: string, message: string) => unknown },
  place: string,
  read: () => T,
): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { fields, message } = error;
    const isInput = error.code === 'invalid-input';
    for (const field of isInput ? fields : fields.slice(0, 1)) {
      check.refuse(`${place}.${field.field}`, isInput ? field.message : message);
    }
    if (fields.length === 0) check.refuse(place, message);
    return undefined;
  }
}

function checkKeys({ rates, signatories, pledges }: InitiativeFile, check: Collector): void {
  const keys = new Set(signatories.map(({ key }) => key));
  const unique: [list: string, field: string, items: (string | undefined)[]][] = [
    ['rates', '', rates.map(({ currency, ratedOn }) => `${currency} ${ratedOn}`)],
    ['signatories', '.email', signatories.map(({ email }) => email && emailKey(email))],
    ['pledges', '.key', pledges.map(({ key }) => key)],
    ['signatories', '.key', signatories.map(({ key }) => key)],
  ];
  for (const [list, field, items] of unique) {
    const seen = new Set<string>();
    items.forEach((item, index) => {
      if (item === undefined) return;
      if (seen.has(item)) check.refuse(`${list}[${index}]${field}`, say().imports.twice(item));
      seen.add(item);
    });
  }
  pledges.forEach(({ signatory }, index) => {
    if (keys.has(signatory)) return;
    check.refuse(`pledges[${index}].signatory`, say().imports.noSignatory(signatory));
  });
}

function checkMovements({ movements }: PledgeFile, at: string, now: Date, check: Collector): void {
  movements.forEach(({ verb, occurredOn, ...figures }, index) => {
    const place = `${at}.movements[${index}]`;
    if ((verb === 'accept') !== (index === 0)) {
      check.refuse(`${place}.verb`, say().imports.acceptFirst);
    }
    const { amount, gpuHours, windows: named, excess } = figures;
    if (verb === 'accept' && (amount ?? gpuHours ?? named ?? excess) !== undefined) {
      check.refuse(place, say().imports.acceptWhole);
    }
    check.attempt(() => checkNotInFuture(occurredOn, now, `${place}.occurredOn`));
    if (index > 0 && occurredOn < movements[index - 1]!.occurredOn) {
      check.refuse(`${place}.occurredOn`, say().imports.outOfOrder);
    }
  });
}
