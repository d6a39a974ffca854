interface OldUse {
  asset: string;
  on: string;
  rateOn: string;
  days: number;
}

const oldRatesCure =
  'Get newer rates (npm run rates -- FILE, or daily updates at /admin/initiative), or give a rate of your own.';
const useAnyway = (rateOn: string) => `To use the old rate anyway, send "useRateOf": "${rateOn}".`;

export const rates = {
  notCurrency: 'must be a three-letter currency code (ISO 4217), such as USD',
  retired: (code: string, until: string) =>
    `is ${code}, which went out of use on ${until}. Enter the currency that replaced it`,
  notDecimal: (example: string) => `must be a positive decimal number such as "${example}"`,
  ownCurrency: 'is the initiative’s own currency, so its rate is 1',
  perUnitMissing: 'is missing: send perUnit or unitsPer',
  notBoth: 'must be left out if you send perUnit',
  notNeeded: (currency: string, rateOn: string, ratedOn: string) =>
    `You don’t need one: the European Central Bank’s ${currency} rate of ${rateOn} covers ${ratedOn}.`,
  farFromEcb: (day: string, inFile: boolean) =>
    `is more than three times, or less than a third, of the European Central Bank’s rate of ${day}. Check its direction, or get newer rates${inFile ? '. If it is right, import with --rates-are-right (over HTTP ?ratesAreRight=true)' : ''}`,
  rateExists: (currency: string, ratedOn: string) =>
    `There is already a rate for ${currency} on ${ratedOn}, and it can’t be changed.`,
  noRate: (asset: string, currency: string, on: string) =>
    `has no reference rate to ${currency} on or before ${on}. An admin can add a rate for ${asset}`,
  notGpu: 'must be a known GPU model, such as B200',
  unitGpu: 'is the unit: it is one H100 by definition',
  factorExists: (model: string, holdsFrom: string) =>
    `There is already a factor for ${model} from ${holdsFrom}, and it can’t be changed.`,

  oldRatesCure,
  tooOldToAccept: ({ asset, on, rateOn, days }: OldUse) =>
    `The newest rate for ${asset} is from ${rateOn}, ${days} days before ${on}. ${oldRatesCure} ${useAnyway(rateOn)}`,
  tooOldForIncrease: ({ asset, on, rateOn, days }: OldUse) =>
    `This pledge counts at the ${asset} rate of ${rateOn}, ${days} days before ${on}. Log another pledge to count the new amount at a newer rate. ${useAnyway(rateOn)}`,
  tooOldForFile: (listed: string) =>
    `Some rates are more than 30 days older than the pledges that would use them. ${listed}. ${oldRatesCure} To use the old rates anyway, import with --use-old-rates (over HTTP ?useOldRates=true).`,

  // The European Central Bank's files.
  otherFigure: (of: { currency: string; day: string; here: string; there: string }) =>
    `${of.currency} on ${of.day} is ${of.there} in the file, but ${of.here} here`,
  ratesDiffer: (figures: string) =>
    `This file differs from rates that are recorded here, and recorded rates can’t be changed: ${figures}.`,
  tooLarge: 'is larger than 16 MiB',
  notUtf8: 'is not text in UTF-8',
  severalFiles: 'is an archive of more than one file',
  brokenArchive: 'is a broken archive',
  cutOff: 'is cut off in its last line',
  noDateColumn: 'line 1: the first column must be Date',
  otherLength: (place: string, cells: number, columns: number) =>
    `${place}: has ${cells} cells for ${columns} columns`,
  noCurrency: (place: string) => `${place}: has a figure in a column without a currency`,
  notEcbFile: 'must be the ECB’s CSV or XML',
  documentType: 'must not have a document type',
  badXml: (line: number, message: string) => `line ${line}: ${message}`,
  otherXml: (place?: string) =>
    `doesn’t have the shape of the ECB’s XML${place === undefined ? '' : ` at ${place}`}`,
  noDays: 'has no day',
  notDay: (place: string, text: string) => `${place}: ${text} is not a day`,
  notCode: (place: string, text: string) => `${place}: ${text} is not a currency code`,
  notRate: (place: string, text: string) => `${place}: ${text} is not a rate`,
  twice: (place: string) => `${place} appears twice`,
  dayWithoutRate: (place: string, day: string) => `${place}: ${day} has no rate`,
};
