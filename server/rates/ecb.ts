import { isCurrency } from '../domain/asset.ts';
import { isDay, type Day } from '../domain/day.ts';
import { canonicalRate } from '../domain/quantity.ts';
import { readCsv } from './ecb-csv.ts';
import { readXml } from './ecb-xml.ts';
import { refuseFile, type FileDay } from './file.ts';

/** What a file says, cut short: anybody may read why the last one was refused. */
const shown = (text: string): string => JSON.stringify(text.slice(0, 20));

/** Units of a currency per euro on a business day, as a canonical decimal: 143.2, never 143.20. */
export interface EcbRate {
  ratedOn: Day;
  currency: string;
  perEuro: string;
}

/**
 * The rates of one of the European Central Bank's files of euro foreign exchange reference rates, as
 * https://www.ecb.europa.eu/stats/eurofxref/ has them: eurofxref.csv and eurofxref-hist.csv (one
 * column a currency, N/A for none), eurofxref-daily.xml, -hist-90d.xml and -hist.xml. Currencies that
 * no pledge can be in, such as those that the euro took the place of, are left out; the euro is
 * there on each day, at 1. Throws `invalid-input` on `file`, naming the first place that is wrong:
 * such a file is no one's to mend, so one place will do.
 */
export function readEcbFile(text: string): EcbRate[] {
  const body = text.replace(/^\uFEFF/, '');
  const days = body.startsWith('Date') ? readCsv(body) : readXml(body);
  if (days.length === 0) throw refuseFile('holds no day');
  const seen = new Set<string>();
  return days.flatMap(({ place, day, rates }) => {
    if (!isDay(day)) throw refuseFile(`${place}: ${shown(day)} is no day`);
    if (seen.has(day)) throw refuseFile(`${place}: ${day} is there twice`);
    seen.add(day);
    return [{ ratedOn: day, currency: 'EUR', perEuro: '1' }, ...readRates(day, place, rates)];
  });
}

function readRates(ratedOn: Day, place: string, rates: FileDay['rates']): EcbRate[] {
  if (rates.length === 0) throw refuseFile(`${place}: ${ratedOn} has no rate`);
  const seen = new Set(['EUR']);
  const read = rates.map(({ currency, perEuro }) => {
    if (!/^[A-Z]{3}$/.test(currency)) {
      throw refuseFile(`${place}: ${shown(currency)} is no currency code`);
    }
    const at = `${place}, ${currency} on ${ratedOn}`;
    if (seen.has(currency)) throw refuseFile(`${at}: is there twice`);
    seen.add(currency);
    const canonical = canonicalRate(perEuro);
    if (canonical === null) throw refuseFile(`${at}: ${shown(perEuro)} is no rate`);
    return { ratedOn, currency, perEuro: canonical };
  });
  return read.filter(({ currency }) => isCurrency(currency));
}
