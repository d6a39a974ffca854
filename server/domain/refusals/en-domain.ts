import type { MoveVerb } from '../stage.ts';
import { grouped } from '../typed-numbers.ts';

/** "1,500.00 in pledged, 200.00 in committed" */
const balances = (held: Record<string, string>): string =>
  Object.entries(held)
    .map(([stage, amount]) => `${grouped(amount)} in ${stage}`)
    .join(', ');

export const domain = {
  askFirst:
    'This is agreed in writing, so you can’t change it yourself. Ask an admin to postpone it, to reduce it, or to release you from it.',
  requestMisfit:
    'The pledge has changed since this was asked, and this request no longer fits it. Refuse it and ask the giver to send a new one.',
  unknownAsset: (code: string) => `“${code}” is neither an ISO 4217 currency nor a known GPU`,
  inFuture: (day: string) => `${day} is in the future`,
  wrongGrade: (verb: string, what: 'money' | 'compute', accepted: readonly string[]) =>
    `must be ${accepted.join(' or ')}: that is what it takes to ${verb} ${what}`,
  meteredByHand: 'can’t be metered: metered hours are read from the records of their jobs',
  rolledBack: (why: string) =>
    `${why}. Nothing was recorded, because the write would be lost or would fork the log. Whoever runs the server must restore the right database, or begin a new log.`,
  fewerThanShown: (shown: bigint, held: bigint) =>
    `This server has shown ${shown} entries, and the database has only ${held}`,

  noWindows: 'must be left out: this pledge has no windows. Give its amount or GPU-hours',
  hoursNotWindows: (verb: MoveVerb) => `must be left out: to ${verb}, give GPU-hours`,
  windowsNotHours: 'must be left out: this pledge is committed by windows, which give its hours',
  windowsOverDraw: (stages: readonly string[]) =>
    `${stages.join(', ')} hold less than these windows. Choose fewer GPUs or days.`,
  windowsTooMuch: 'are more GPUs or days than the pledge has there',
  overDraw: (asked: string, unit: string, verb: MoveVerb, held: Record<string, string>) =>
    `${grouped(asked)} ${unit} is too much to ${verb}. Available: ${balances(held)}.`,
  nothingToMove: (verb: MoveVerb, held: Record<string, string>) =>
    `There is nothing to ${verb}: ${balances(held)}.`,
  sayExcess: 'Say "excess": true to record what goes beyond the promise.',
  tooMuch: 'is more than there is',
  excessNeeded: 'is needed for what goes beyond the promise',
  batchElsewhere: (batch: string) => `Batch ${batch} has moved nothing of this pledge.`,
  alreadyReversed: (batch: string) => `Batch ${batch} is undone already, or undoes another one.`,
  movedOn: (stage: string, first: readonly string[]) =>
    `What this batch moved to ${stage} has moved on. First undo: ${first.join(', ')}.`,

  negative: 'must not be negative',
  overMost: 'is over 10^15 minor units',
  decimalComma: (meant: string) => `has a decimal comma; use a point and no spaces: ${meant}`,
  numberAlone: (number: string) => `must be the number alone: ${number}`,
  otherCurrency: (written: string, currency: string) =>
    `is written in ${written}, but the currency is ${currency}. Enter an amount in ${currency}`,
  notDecimal: 'must be a plain decimal number such as "1250.50"',
  tooManyDecimals: (most: number) =>
    most === 0 ? 'must be a whole number' : `must have at most ${most} decimals`,
  notPositive: 'must be more than zero',
  baseTooLarge: 'is too large in the initiative’s currency',

  tooManyTimes: 'is too large for this amount. Enter fewer',
  pastEnd: 'go on after 2099',
  beforePaid: (last: string) => `must be ${last} or later: some of that instalment was received`,
  tooManyInstalments: (most: number) => `must be at most ${most} in all`,
  beforeAgreed: (last: string) =>
    `must be ${last} or later: that is the last agreed instalment. To give sooner, make another pledge`,
  noInstalments: 'must be left out: this pledge has no instalments',
  agreedInstalmentsMissing:
    'is missing: the instalments are agreed in writing, so say when the added amount is due',
  pastInstalmentsMissing:
    'is missing: all instalments were due before today, so say when the added amount is due',
};
