import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { isCurrency } from '../domain/asset.ts';
import { isDay, type Day } from '../domain/day.ts';
import { canonicalRate } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { refuseFile, type FileDay } from './file.ts';

/** Cut short: anybody may read why the last file was refused. */
const shown = (text: string): string => JSON.stringify(text.slice(0, 20));

/** Units per euro as a canonical decimal: 143.2, never 143.20. */
export interface EcbRate {
  ratedOn: Day;
  currency: string;
  perEuro: string;
}

/** Files of https://www.ecb.europa.eu/stats/eurofxref/: CSV or XML. Leaves out unknown currencies; the euro is 1. */
export function readEcbFile(text: string): EcbRate[] {
  const body = text.replace(/^\uFEFF/, '');
  const days = body.startsWith('Date') ? readCsv(body) : readXml(body);
  if (days.length === 0) throw refuseFile(say().rates.noDays);
  const seen = new Set<string>();
  return days.flatMap(({ place, day, rates }) => {
    if (!isDay(day)) throw refuseFile(say().rates.notDay(place, shown(day)));
    if (seen.has(day)) throw refuseFile(say().rates.twice(`${place}: ${day}`));
    seen.add(day);
    return [{ ratedOn: day, currency: 'EUR', perEuro: '1' }, ...readRates(day, place, rates)];
  });
}

function readRates(ratedOn: Day, place: string, rates: FileDay['rates']): EcbRate[] {
  if (rates.length === 0) throw refuseFile(say().rates.dayWithoutRate(place, ratedOn));
  const seen = new Set(['EUR']);
  const read = rates.map(({ currency, perEuro }) => {
    if (!/^[A-Z]{3}$/.test(currency)) throw refuseFile(say().rates.notCode(place, shown(currency)));
    const at = `${place}, ${currency} on ${ratedOn}`;
    if (seen.has(currency)) throw refuseFile(say().rates.twice(at));
    seen.add(currency);
    const canonical = canonicalRate(perEuro);
    if (canonical === null) throw refuseFile(say().rates.notRate(at, shown(perEuro)));
    return { ratedOn, currency, perEuro: canonical };
  });
  return read.filter(({ currency }) => isCurrency(currency));
}

const MONTHS = `January February March April May June July
  August September October November December`.split(/\s+/);

/** The daily file writes `23 November 2026`. */
function dayText(text: string): string {
  const [, day, month, year] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text) ?? [];
  const number = MONTHS.indexOf(month ?? '') + 1;
  if (day === undefined || number === 0) return text;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const cellsOf = (row: string): string[] => row.split(',').map((cell) => cell.trim());

/** A row of another length shows where a file was cut off. */
function readCsv(text: string): FileDay[] {
  const whole = text.trimEnd();
  // Without a line break or comma after it, the last figure may lack digits.
  if (!text.endsWith('\n') && !whole.endsWith(',')) throw refuseFile(say().rates.cutOff);
  const [head = '', ...rows] = whole.split(/\r?\n/);
  const [date, ...currencies] = cellsOf(head);
  if (date !== 'Date') throw refuseFile(say().rates.noDateColumn);
  const columns = currencies.at(-1) === '' ? currencies.slice(0, -1) : currencies;
  return rows.map((row, index) => {
    const place = `line ${index + 2}`;
    const [day = '', ...cells] = cellsOf(row);
    if (cells.length !== currencies.length) {
      throw refuseFile(say().rates.otherLength(place, cells.length, currencies.length));
    }
    if (columns.length < cells.length && cells.at(-1) !== '') {
      throw refuseFile(say().rates.noCurrency(place));
    }
    const rates = columns
      .map((currency, column) => ({ currency, perEuro: cells[column]! }))
      .filter(({ perEuro }) => perEuro !== 'N/A');
    return { place, day: dayText(day), rates };
  });
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'Cube',
});

const rateCube = z.object({ currency: z.string(), rate: z.string() });
const dayCube = z.object({ time: z.string(), Cube: z.array(rateCube) });
/** A GESMES envelope. */
const envelope = z.object({
  Envelope: z.object({ Cube: z.tuple([z.object({ Cube: z.array(dayCube) })]) }),
});

function readXml(text: string): FileDay[] {
  if (!/^\s*(<\?xml\b|<[\w:]*Envelope\b)/.test(text)) throw refuseFile(say().rates.notEcbFile);
  // The ECB's documents have none.
  if (/<!doctype/i.test(text)) throw refuseFile(say().rates.documentType);
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw refuseFile(say().rates.badXml(valid.err.line, valid.err.msg));
  const parsed = envelope.safeParse(contentOf(text));
  if (!parsed.success) {
    const [{ path } = { path: [] }] = parsed.error.issues;
    throw refuseFile(say().rates.otherXml(path.join('.')));
  }
  return parsed.data.Envelope.Cube[0].Cube.map(({ time, Cube }, index) => ({
    place: `day ${index + 1}`,
    day: time,
    rates: Cube.map(({ currency, rate }) => ({ currency, perEuro: rate })),
  }));
}

/** The parser throws on attacks: tags nested without end, or named `__proto__`. */
function contentOf(text: string): unknown {
  try {
    return parser.parse(text);
  } catch {
    throw refuseFile(say().rates.otherXml());
  }
}
