import type { Kind } from '../domain/asset.ts';
import { numberOf, partOf, ungrouped } from '../domain/typed.ts';

/** What was typed, as the API has it, and where each of its places stands in the form. */
export interface TypedInput {
  input: unknown;
  /** The field of an error's place: `windows[0].gpus` stands in `pledge.windows.2.gpus`. */
  fieldOf: (place: string) => string;
}

type Values = ReadonlyMap<string, string>;

/** What is left empty is not there. */
const reader = (values: Values) => (name: string) => values.get(`pledge.${name}`) || undefined;
type Read = ReturnType<typeof reader>;

const amountOf = (text: string | undefined) => text && ungrouped(text);
const wholeOf = (text: string | undefined) => text && numberOf(text);

/** The numbers of a list's rows in which something stands: of its first one when nothing does. */
function rowsOf(values: Values, list: string, columns: readonly string[]): number[] {
  const of = new RegExp(`^pledge\\.${list}\\.(\\d+)\\.(?:${columns.join('|')})$`);
  const rows = [...values].flatMap(([name, text]) => (text && of.exec(name)?.[1]) || []);
  return rows.length === 0
    ? [0]
    : [...new Set(rows.map(Number))].toSorted((one, other) => one - other);
}

/**
 * The rows of instalments as the API's JSON, of a new pledge or of one whose instalments change. Rows
 * in which nothing stands are left out.
 */
export function typedInstalments(values: Values): TypedInput & { input: object } {
  const read = reader(values);
  const rows = rowsOf(values, 'instalments', ['dueOn', 'amount']);
  const part = (row: number) => ({
    dueOn: read(`instalments.${row}.dueOn`),
    amount: amountOf(read(`instalments.${row}.amount`)),
  });
  return {
    input: { instalments: rows.map(part) },
    fieldOf(place) {
      const [, index, column] = /^instalments\[(\d+)\]\.(\w+)$/.exec(place) ?? [];
      return `pledge.${column ? `instalments.${rows[Number(index)]}.${column}` : place}`;
    },
  };
}

/** How money comes: `once`, on a day or not; by a schedule; or in instalments, row by row. */
function planOf(read: Read, free: TypedInput & { input: object }): object {
  const how = read('how');
  const firstOn = read('firstOn');
  if (how === 'month' || how === 'quarter') {
    return { schedule: { every: how, times: wholeOf(read('times')), firstOn } };
  }
  if (how === 'free') return free.input;
  return firstOn ? { instalments: [{ dueOn: firstOn, amount: amountOf(read('amount')) }] } : {};
}

function fundingOf(values: Values): TypedInput {
  const read = reader(values);
  const free = typedInstalments(values);
  const through = read('paidThrough.kind');
  const isFree = read('how') === 'free';
  return {
    input: {
      kind: 'funding',
      asset: read('asset'),
      amount: amountOf(read('amount')),
      ...planOf(read, free),
      visibility: read('visibility'),
      note: read('note'),
      purchaseOrder: read('purchaseOrder'),
      ...(through &&
        through !== 'none' && {
          paidThrough: { kind: through, name: read('paidThrough.name') },
        }),
    },
    fieldOf(place) {
      if (isFree && place.startsWith('instalments')) return free.fieldOf(place);
      if (place === 'instalments[0].dueOn') return 'pledge.firstOn';
      if (place === 'instalments[0].amount') return 'pledge.amount';
      if (place === 'schedule') return 'pledge.how';
      return `pledge.${place.replace(/^schedule\./, '')}`;
    },
  };
}

function computeOf(values: Values): TypedInput {
  const read = reader(values);
  const rows = rowsOf(values, 'windows', ['gpus', 'from', 'to']);
  const isGrant = read('by') === 'hours';
  const window = (row: number) => {
    const availability = read(`windows.${row}.availability`);
    return {
      gpus: wholeOf(read(`windows.${row}.gpus`)),
      from: read(`windows.${row}.from`),
      to: read(`windows.${row}.to`),
      availability: availability && partOf(availability),
    };
  };
  const grant = () => ({
    gpuHours: amountOf(read('grant.gpuHours')),
    from: read('grant.from'),
    to: read('grant.to'),
  });
  return {
    input: {
      kind: 'compute',
      asset: read('asset'),
      site: read('site'),
      provider: read('provider'),
      windows: isGrant ? grant() : rows.map(window),
      measuredBy: read('measuredBy'),
      visibility: read('visibility'),
      note: read('note'),
    },
    fieldOf(place) {
      const [, index, column] = /^windows\[(\d+)\]\.(\w+)$/.exec(place) ?? [];
      if (column) return `pledge.windows.${rows[Number(index)]}.${column}`;
      return `pledge.${place.replace(/^windows\./, 'grant.')}`;
    },
  };
}

/**
 * What was typed into the pledge's form as the API's JSON of a new pledge, for its schema to judge:
 * nothing is checked here. Rows in which nothing stands are left out.
 */
export const typedPledge = (values: Values, kind: Kind): TypedInput =>
  kind === 'funding' ? fundingOf(values) : computeOf(values);
