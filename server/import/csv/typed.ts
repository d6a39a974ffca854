/** What a row says, by the schemas that the API has. */
import { z } from 'zod';
import { GPUS } from '../../domain/asset.ts';
import type { CsvAnswers, CsvKind } from '../../domain/csv-fields.ts';
import { addDays, checkNotInFuture, today, type Day } from '../../domain/day.ts';
import { DomainError } from '../../domain/errors.ts';
import { GRADES, type Grade } from '../../domain/evidence.ts';
import { PROFILE_FIELDS } from '../../domain/profile.ts';
import { say } from '../../domain/say.ts';
import { parse } from '../../http/parse.ts';
import { line } from '../../http/text.ts';
import { moveInput, newPledge, type MoveInput, type NewPledge } from '../../pledges/schemas.ts';
import { signatoryFile } from '../../signatories/schemas.ts';
import { evidenceInput } from '../../pledges/schemas.ts';
import { countries } from '../../../web/data/countries.ts';
import { YES, type ReadRow } from './cells.ts';

/** Whom a row means: the first of these that is known here. */
export interface Whom {
  id?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
}

const signatory = signatoryFile.omit({ key: true });
export type TypedSignatory = z.infer<typeof signatory>;

export interface TypedPledge {
  whom: Whom;
  on: Day;
  input: NewPledge;
  grade: Grade;
  evidence: z.infer<typeof evidenceInput>;
}

export interface TypedMove {
  whom: Whom;
  pledge?: string | undefined;
  currency?: string | undefined;
  input: MoveInput & { occurredOn: Day };
}

export interface Typed {
  signatories: TypedSignatory;
  pledges: TypedPledge;
  agreements: TypedMove;
  receipts: TypedMove;
}

/** The file's field for a place in the API's JSON. */
const FIELDS: Record<string, string> = {
  asset: 'currency',
  to: 'last_day',
  visibility: 'anonymous',
  url: 'evidence_url',
};

const fieldOf = (place: string, known: Record<string, string>): string => {
  const last = place
    .split('.')
    .at(-1)!
    .replaceAll(/\[\d+\]/g, '');
  return known[last] ?? last.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
};

/** Keeps what `read` refuses as errors of the row; undefined if it refuses anything. */
export function attemptRow<T>(
  { errors }: Pick<ReadRow, 'errors'>,
  known: Record<string, string>,
  read: () => T,
): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const isInput = error.code === 'invalid-input';
    const { fields } = error;
    if (fields.length === 0) errors.push({ field: 'row', message: error.message });
    for (const { field, message } of isInput ? fields : fields.slice(0, 1)) {
      errors.push({ field: fieldOf(field, known), message: isInput ? message : error.message });
    }
    return undefined;
  }
}

const PEOPLE = 'person individual people human'.split(' ');
const ORGANISATIONS = 'organisation organization company institution university'.split(' ');
const KINDS: Record<string, boolean> = {
  ...Object.fromEntries(PEOPLE.map((word) => [word, true])),
  ...Object.fromEntries(ORGANISATIONS.map((word) => [word, false])),
};

const CODES = new Map(
  countries.flatMap(([code, name]) => [code, name].map((word) => [word.toLowerCase(), code])),
);

const wholeName = ({ text }: ReadRow): string | undefined =>
  text('name') ?? ([text('first_name'), text('last_name')].filter(Boolean).join(' ') || undefined);

const whomOf = ({ text }: ReadRow): Whom => ({
  id: text('giver_id'),
  email: text('email'),
  name: text('giver'),
});

function readSignatory(read: ReadRow, answers: CsvAnswers, now: Date): TypedSignatory | undefined {
  const { text } = read;
  const isPerson = read.yes('kind', KINDS) ?? answers.kind === 'person';
  const country = text('country');
  const kind = isPerson ? 'person' : 'organisation';
  const said = Object.fromEntries(
    PROFILE_FIELDS.filter((field) => isPerson || (field !== 'role' && field !== 'affiliation')).map(
      (field) => [field, text(field)],
    ),
  );
  const input = {
    ...said,
    kind,
    name: wholeName(read),
    email: text('email'),
    country: country && (CODES.get(country.toLowerCase()) ?? country),
    public: read.yes('public', { ...YES, public: true, private: false }) ?? answers.shown,
    signedOn: read.day('signed_on'),
  };
  return attemptRow(read, {}, () => {
    const typed = parse(signatory, input);
    if (typed.signedOn !== undefined) checkNotInFuture(typed.signedOn, now, 'signedOn');
    return typed;
  });
}

const GRADE = z.enum(GRADES.filter((grade) => grade !== 'metered'));

function readPledge(read: ReadRow, answers: CsvAnswers, now: Date): TypedPledge | undefined {
  const { text, day } = read;
  const on = day('pledged_on') ?? today(now);
  const hides = read.yes('anonymous', { ...YES, anonymous: true, public: false });
  const common = {
    visibility: (hides ?? !answers.shown) ? 'anonymous' : 'public',
    note: text('note'),
  };
  const model = text('model');
  const input = model === undefined ? readMoney(read, common) : readCompute(read, model, common);
  const known = {
    ...FIELDS,
    ...(model !== undefined && { asset: 'model' }),
    occurredOn: 'pledged_on',
  };
  return attemptRow(read, known, () => {
    checkNotInFuture(on, now);
    const grade = parse(GRADE, text('grade')?.toLowerCase() ?? 'self-asserted', ['grade']);
    return {
      whom: whomOf(read),
      on,
      input: parse(newPledge, input),
      grade,
      evidence: evidenceOf(read),
    };
  });
}

function readMoney(read: ReadRow, common: object) {
  const { text } = read;
  const sum = read.amount('amount');
  const dueOn = read.day('due_on');
  return {
    ...common,
    kind: 'funding',
    // What is wrong with it has been said.
    asset: sum?.currency ?? 'USD',
    amount: sum?.decimal ?? (text('amount') === undefined ? undefined : '1'),
    instalments: dueOn && sum ? [{ dueOn, amount: sum.decimal }] : undefined,
    restrictedTo: text('restricted_to'),
    purchaseOrder: text('purchase_order'),
  };
}

function readCompute(read: ReadRow, model: string, common: object) {
  const { text } = read;
  const from = read.day('from');
  const last = read.day('last_day');
  const to = last && addDays(last, 1);
  const gpus = text('gpus');
  return {
    ...common,
    kind: 'compute',
    asset: GPUS.find(({ code }) => code.toLowerCase() === model.toLowerCase())?.code ?? model,
    site: text('site'),
    provider: text('provider'),
    windows:
      gpus === undefined
        ? { gpuHours: read.hours('gpu_hours'), from, to }
        : [{ gpus: Number(gpus.replaceAll(/[,\s]/g, '')), from, to }],
  };
}

const evidenceOf = ({ text }: ReadRow) =>
  parse(
    evidenceInput,
    {
      url: text('evidence_url'),
      note: text('evidence_note'),
      reference: text('reference')?.slice(0, 101),
    },
    ['evidence'],
  );

/** An agreement or a receipt: its day, and evidence that the stage needs. */
function readMovement(
  kind: 'agreements' | 'receipts',
  read: ReadRow,
  now: Date,
): TypedMove | undefined {
  const at = kind === 'agreements' ? 'agreed_on' : 'received_on';
  const on = read.day(at);
  const sum = read.amount('amount');
  const fee = kind === 'receipts' ? read.amount('fee') : undefined;
  const gpuHours = read.hours('gpu_hours');
  if (read.text(at) === undefined) read.errors.push({ field: at, message: say().http.missing });
  const grade =
    kind === 'agreements'
      ? 'signed-agreement'
      : gpuHours === undefined
        ? 'payment'
        : 'provider-statement';
  return attemptRow(read, { ...FIELDS, occurredOn: at }, () => {
    const evidence = evidenceOf(read);
    const isBare = kind === 'agreements' && Object.values(evidence).every((text) => !text);
    if (isBare || (grade === 'payment' && evidence.reference === undefined)) {
      const { noEvidence, noReference } = say().csv;
      throw new DomainError('invalid-input', noReference, {
        fields: [{ field: 'reference', message: isBare ? noEvidence : noReference }],
      });
    }
    if (on === undefined) return undefined;
    checkNotInFuture(on, now);
    const input = parse(moveInput, {
      amount: sum?.decimal,
      gpuHours,
      occurredOn: on,
      evidence: { ...evidence, grade, fee: fee?.decimal === '0' ? undefined : fee?.decimal },
    });
    const whom = whomOf(read);
    return {
      whom,
      pledge: read.text('pledge'),
      currency: sum?.currency,
      input: { ...input, occurredOn: on },
    };
  });
}

/** Undefined where something is wrong, which `read.errors` then has. */
export function readTyped<K extends CsvKind>(
  kind: K,
  read: ReadRow,
  answers: CsvAnswers,
  now: Date,
): Typed[K] | undefined {
  const typed =
    kind === 'signatories'
      ? readSignatory(read, answers, now)
      : kind === 'pledges'
        ? readPledge(read, answers, now)
        : readMovement(kind, read, now);
  return read.errors.length === 0 ? (typed as Typed[K] | undefined) : undefined;
}

export const externalId = line(200);
