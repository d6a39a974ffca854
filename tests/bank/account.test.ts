import { describe, expect, test } from 'vitest';
import { camt } from './camt.ts';
import { useBank } from './till.ts';

const bank = useBank();

const RIGHT = 'DE02120300000000202051';
const WRONG = 'DE02120300000000202015';

/** One row for each day of a month, each with a text. */
const csv = (days: string[], { account = '', text = 'gift of' } = {}): string =>
  [
    `Date;Amount;Currency;Text${account && ';Account'}`,
    ...days.map((day) => `2026-${day};10,00;USD;${text} ${day}${account && `;${account}`}`),
    '',
  ].join('\n');

describe('an account that is mistyped', () => {
  test('is refused if the file names another one', async () => {
    const file = csv(['01-02', '01-03'], { account: RIGHT });
    const refused = await bank.upload(file, { account: WRONG });
    expect([refused.status, refused.text]).toEqual([
      400,
      expect.stringContaining(`Account is ${RIGHT} in the file, and you entered ${WRONG}.`),
    ]);
    expect((await bank.upload(file, { account: RIGHT })).status).toBe(303);
  });

  test('is refused if the entries are here under the right one', async () => {
    expect((await bank.upload(csv(['02-02', '02-03', '02-04']), { account: RIGHT })).status).toBe(
      303,
    );
    const again = await bank.upload(csv(['02-03', '02-04', '02-05']), { account: WRONG });
    expect([again.status, again.text]).toEqual([
      400,
      expect.stringContaining(
        `payments that are already here under account ${RIGHT}. If ${WRONG} is the same account, export`,
      ),
    ]);
    expect(await bank.waiting()).not.toContain('gift of 02-05');
  });

  test('is refused in camt.053 by the references, whatever else is written', async () => {
    const entry = { amount: '20.00', day: '2026-02-03', reference: 'B-7', text: 'one' };
    expect(
      (
        await bank.upload(camt([entry], { account: 'GB33BUKB20201555555555' }), {
          account: 'GB33BUKB20201555555555',
        })
      ).status,
    ).toBe(303);
    const other = camt([{ ...entry, text: 'in other words' }], {
      account: 'GB82WEST12345698765432',
    });
    const refused = await bank.upload(other, { account: 'GB82WEST12345698765432' });
    expect(refused.text).toContain('already here under account GB33BUKB20201555555555');
  });
});

test('what is here twice already, under both, can be read again under either', async () => {
  const accounts = ['DE75512108001245126199', 'GB29NWBK60161331926819'];
  const [account = '', other = ''] = accounts;
  const file = csv(['04-02'], { text: 'both' });
  expect((await bank.upload(file, { account })).status).toBe(303);
  // Files that said the same in other words brought it.
  const later = csv(['04-02', '04-03', '04-04', '04-05'], { text: 'both' }).replaceAll(
    'both 04-03',
    'x',
  );
  expect((await bank.upload(later, { account: other })).status).toBe(303);
  expect((await bank.upload(file, { account: other })).status).toBe(303);
  expect((await bank.upload(file, { account })).status).toBe(303);
});

describe('an account is read', () => {
  test.each([
    ['is typed as an IBAN and is a number in the file', '0000202051'],
    ['has a name in the file', 'Main account'],
    ['has hidden digits in the file', 'DE11XXXXXXXXXXXXXXXX72'],
  ])('that %s', async (_, account) => {
    const file = csv(['03-02', '03-03'], { account, text: `gift to ${account}` });
    expect((await bank.upload(file, { account: RIGHT })).status).toBe(303);
  });

  test('though the column has the only payer’s', async () => {
    const file = csv(['03-05'], { account: 'NL91ABNA0417164300' });
    expect((await bank.upload(file, { account: 'DE75512108001245126199' })).status).toBe(303);
    const known = csv(['03-05', '03-06'], { account: 'NL91ABNA0417164300' });
    expect((await bank.upload(known, { account: 'DE75512108001245126199' })).status).toBe(303);
  });

  test('if a single day is equal by chance, or entries say nothing', async () => {
    const account = 'FR1420041010050500013M02606';
    const file = csv(['02-03', '02-06', '02-07']).replace(/02-0[67]$/gm, 'other');
    expect((await bank.upload(file.replaceAll('of 02-06', 'of X'), { account })).status).toBe(303);
    const silent = 'Date;Amount;Currency\n2026-05-02;1,00;USD\n';
    expect((await bank.upload(silent, { account: RIGHT })).status).toBe(303);
    expect((await bank.upload(silent, { account })).status).toBe(303);
  });
});
