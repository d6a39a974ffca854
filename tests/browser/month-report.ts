/** What the board reads, against sums that the server has no part in. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  baseOf,
  CARD_MINOR,
  CONSORTIUM_MINOR,
  dollars,
  EURO_IN_CENTS,
  GIL,
  LEAD,
  LIST,
  PAID,
  SHORT_MINOR,
  sum,
  WIRED_MINOR,
} from './month-data.ts';
import { follow, says, type MonthAtDesk } from './month-people.ts';

const { text, creditor, short, twice, named, euro } = PAID;

/** The cells of the table under a heading, row by row. */
const cellsUnder = (page: Page, heading: string): Promise<string[][]> =>
  page
    .locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) })
    .last()
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));

const listed = sum(LIST.map(baseOf));
const imported = sum(LIST.map(({ receivedMinor }) => receivedMinor));
/** Of what was promised. The second payment of one pledge is beyond it. */
const paid = imported + WIRED_MINOR - twice.minor + EURO_IN_CENTS;
const received = paid + twice.minor + CARD_MINOR;

const stages = (): string[][] => {
  const added = 2 * GIL.minor + CONSORTIUM_MINOR;
  const minus = (minor: number): string => `−${dollars(minor)}`;
  const agreed = CONSORTIUM_MINOR;
  return [
    ['received', '–', dollars(received), '–', '–', dollars(received)],
    [
      'agreed in writing',
      '–',
      dollars(agreed),
      minus(CARD_MINOR),
      '–',
      dollars(agreed - CARD_MINOR),
    ],
    [
      'promised',
      dollars(listed),
      dollars(added),
      minus(paid + agreed),
      '–',
      dollars(listed + added - paid - agreed),
    ],
  ];
};

/** Name, received or agreed, and share of all that is, the largest first. */
function largestGivers(): string[][] {
  const given = new Map<string, number>();
  const give = (name: string, minor: number) => given.set(name, (given.get(name) ?? 0) + minor);
  for (const { giver, receivedMinor } of LIST) give(giver.name, receivedMinor);
  for (const each of [text, creditor, twice, twice, named]) give(each.giver.name, each.minor);
  give(short.giver.name, SHORT_MINOR);
  give(euro.giver.name, EURO_IN_CENTS);
  give(GIL.name, GIL.minor);
  give(LEAD.name, CONSORTIUM_MINOR);
  const whole = sum([...given.values()]);
  const shareOf = (minor: number) => {
    const share = (minor * 100) / whole;
    return `${share < 10 ? Math.round(share * 10) / 10 : Math.round(share)}%`;
  };
  expect(whole).toBe(received + CONSORTIUM_MINOR - CARD_MINOR);
  return [...given]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 10)
    .map(([name, minor]) => [name, dollars(minor), shareOf(minor)]);
}

/** What is left of each instalment that was due before April. */
function late(): number[] {
  const isPaid = new Set([text, creditor, twice, named, euro]);
  const left = LIST.filter((each) => each.dueOn < '2026-04-01' && !isPaid.has(each)).map(
    (each) => baseOf(each) - each.receivedMinor - (each === short ? SHORT_MINOR : 0),
  );
  return [...left.filter((minor) => minor > 0), GIL.minor];
}

export async function readReport(month: MonthAtDesk): Promise<void> {
  const { cy } = month;
  await follow(cy, 'Records');
  await follow(cy, 'Report');
  await month.fine(cy, 'report');
  await says(cy, '1 January 2026 to 31 March 2026');
  const shown = await cellsUnder(cy, 'Money, in USD');
  expect(shown).toHaveLength(3);
  expect(shown).toEqual(expect.arrayContaining(stages()));
  const givers = await cellsUnder(cy, 'Largest givers: Money');
  expect(givers.map((cells) => [cells[0], cells[3], cells[4]])).toEqual(largestGivers());
  expect(await cellsUnder(cy, 'Restricted money')).toEqual([
    [month.consortiumRef, LEAD.name, 'open data', dollars(CONSORTIUM_MINOR)],
  ]);
  await says(cy, `${late().length} instalments are late: ${dollars(sum(late()))} together.`);
  await says(cy, 'Nothing was withdrawn, contested, refunded or undone in this period.');
  await cy.emulateMedia({ media: 'print' });
  await month.fine(cy, 'report-printed');
  await month.mails();
  expect(month.complaints()).toEqual([]);
}
