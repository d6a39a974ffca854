import pg from 'pg';

export interface Statement {
  text: string;
  values: unknown[];
}

/** The types whose lists go as bytes, by their numbers in Postgres (db/prepared.ts). */
const UUIDS = 2950;
const LISTS_AS_BYTES = new Set([17, UUIDS]);
const LIST_HEAD_BYTES = 20;

/** A list that is sent as bytes, as its elements; other values as they are. */
function readList(value: unknown): unknown {
  if (!Buffer.isBuffer(value) || value.length < LIST_HEAD_BYTES) return value;
  const type = value.readInt32BE(8);
  if (value.readInt32BE(0) !== 1 || !LISTS_AS_BYTES.has(type)) return value;
  const elements: unknown[] = [];
  let at = LIST_HEAD_BYTES;
  while (at < value.length) {
    const length = value.readInt32BE(at);
    at += 4;
    const bytes = value.subarray(at, at + Math.max(length, 0));
    at += bytes.length;
    const text = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    elements.push(length < 0 ? null : type === UUIDS ? text : bytes);
  }
  return elements;
}

/** The statements that node-postgres sends while `work` runs, in their order. */
export async function capture(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { prototype } = pg.Query;
  const { submit } = prototype;
  prototype.submit = function record(this: pg.Query & Statement, connection: pg.Connection) {
    statements.push({ text: this.text, values: (this.values ?? []).map(readList) });
    return submit.call(this, connection);
  };
  try {
    await work();
  } finally {
    prototype.submit = submit;
  }
  return statements;
}

/** Signatories that a bench makes are numbered, so that a script can name any of them. */
export const giverId = (nth: number): string =>
  `a0000000-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`;

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const CODE = /^[0-9A-HJKMNP-TV-Z]{10,16}$/;

/** A unit has fewer distinct values than this. */
const DISTINCT = 32;

function textOf(value: unknown): string {
  if (Buffer.isBuffer(value)) return value.toString('hex');
  return value instanceof Date ? value.toISOString() : `${value as string | number | bigint}`;
}

const arrayOf = (values: unknown[], each: (value: unknown) => string): string =>
  `ARRAY[${values.map(each).join(', ')}]`;

/** A value that is the same each time, as Postgres reads it; pgbench would take :word for its own. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return value.length === 0 ? "'{}'" : arrayOf(value, literal);
  if (Buffer.isBuffer(value)) return `'\\x${textOf(value)}'`;
  const text = textOf(value);
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a');
  return `E'${escaped}'`;
}

/** pgbench's variables, by what an id that ends in the number of one begins with. */
type Numbered = Record<string, string>;

const castOf = (text: string): string => (UUID.test(text) ? '::uuid' : '');

/** A text of the same kind and length, from where `number` begins in hexadecimal. */
function hexText(text: string, start: string, number: string): string {
  const hex = CODE.test(text) ? `upper(to_hex(${number}))` : `to_hex(${number})`;
  return `(('${start}' || lpad(${hex}, ${text.length - start.length}, '0'))${castOf(text)})`;
}

/** Quotes, commas of a list, and the escapes before them. */
const BETWEEN_TEXTS = /([\\]*"|[{},])/;

/**
 * Values that differ from run to run, as expressions of the same kind and length: what is unique by
 * `:id`, and ids that a bench has numbered by the variable of their number. In JSON and in lists whole
 * texts are replaced; the rest of them, and times, stay as they were.
 */
function expressions(numbered: Numbered): (value: unknown, other?: unknown) => string {
  const seen = new Map<string, string>();
  const unique = (value: unknown, text: string): string | null => {
    const number = `(:id::bigint * ${DISTINCT} + ${seen.size})`;
    if (Buffer.isBuffer(value)) {
      return `decode(lpad(to_hex${number}, ${2 * value.length}, '0'), 'hex')`;
    }
    const start = Object.keys(numbered).find((each) => text.startsWith(each));
    if (start !== undefined) return hexText(text, start, `:${numbered[start]}::bigint`);
    if (UUID.test(text)) return hexText(text, '00000000-0000-7000-8000-', number);
    if (CODE.test(text)) return hexText(text, '', number);
    return /^-?\d+$/.test(text) ? number : null;
  };
  const known = (text: string, value: unknown = text): string | null => {
    const made = seen.get(text) ?? unique(value, text);
    if (made !== null) seen.set(text, made);
    return made;
  };
  /** JSON, or a list as Postgres writes it, where JSON may stand in quotes. */
  const composite = (text: string, other: string): string => {
    const others = other.split(BETWEEN_TEXTS);
    const parts = text
      .split(BETWEEN_TEXTS)
      .map((part, index) => (part === others[index] ? null : known(part)) ?? literal(part));
    return `(${parts.join(' || ')})`;
  };
  const expression = (value: unknown, other?: unknown): string => {
    if (Array.isArray(value)) return arrayOf(value, (each) => expression(each));
    const text = textOf(value);
    if (/^[[{]/.test(text)) return composite(text, textOf(other));
    return known(text, value) ?? literal(value);
  };
  return expression;
}

/**
 * A pgbench script of the statements of a unit of work, from two runs of it: what was the same in
 * both stands as it was, what differed is made anew for each transaction. `variables` are set before
 * it, `id` among them, which no other transaction has.
 */
export function pgbenchScript(
  first: Statement[],
  second: Statement[],
  { variables, numbered }: { variables: readonly string[]; numbered: Numbered },
): string {
  const texts = (run: Statement[]): string => run.map(({ text }) => text).join('\n');
  if (texts(first) !== texts(second)) throw new Error('two runs of a unit sent other statements');
  const expression = expressions(numbered);
  const lines = first.map(({ text, values }, index) => {
    const others = second[index]!.values;
    const filled = text.replaceAll(/\$(\d+)/g, (_, place: string) => {
      const at = Number(place) - 1;
      const isSame = literal(values[at]) === literal(others[at]);
      return isSame ? literal(values[at]) : `(${expression(values[at], others[at])})`;
    });
    return `${filled.replaceAll(/\s+/g, ' ')};`;
  });
  return [...variables.map((set) => `\\set ${set}`), ...lines, ''].join('\n');
}
