import { describe, expect, test } from 'vitest';
import { readStatements } from '../../server/bank/read-file.ts';
import { keysOf } from '../../server/bank/statement.ts';
import { camt, type CamtEntry } from './camt.ts';

const read = async (text: string | Buffer) => (await readStatements(Buffer.from(text))).statements;
const linesOf = async (text: string) => (await read(text)).flatMap(({ lines }) => lines);
const refusalOf = (text: string | Buffer): Promise<string> =>
  read(text).then(
    () => '',
    (error: Error) => error.message,
  );

const ADA: CamtEntry = {
  amount: '1250.50',
  name: 'Ada & Söhne',
  text: 'Gift\n for  you',
  reference: 'B-1',
  payerReference: 'E-1',
};

test.each(['02', '04', '06', '08', '12'])(
  'version 001.%s says who paid what, and when',
  async (version) => {
    expect(
      await linesOf(camt([{ ...ADA, creditorReference: 'RF18539007547034' }], { version })),
    ).toEqual([
      {
        bookedOn: '2026-03-02',
        amountMinor: 125_050n,
        currency: 'USD',
        reference: 'B-1',
        payerReference: 'E-1',
        name: 'Ada & Söhne',
        text: 'RF18539007547034 Gift for you',
        isReversal: false,
      },
    ]);
  },
);

test('a debit is negative, and what is not booked is left out', async () => {
  const lines = await linesOf(
    camt([
      { amount: '5', debit: true },
      { amount: '7', debit: true, reversal: true },
      { amount: '9', pending: true },
    ]),
  );
  expect(lines.map(({ amountMinor, isReversal }) => [amountMinor, isReversal])).toEqual([
    [-500n, false],
    [-700n, true],
  ]);
});

describe('a batch', () => {
  const parts = [
    { amount: '10', name: 'Ada' },
    { amount: '20', name: 'Bo' },
  ];

  test.each(['04', '08'])('is split into its transactions in version %s', async (version) => {
    const lines = await linesOf(camt([{ amount: '30.00', reference: 'B', parts }], { version }));
    expect(lines.map(({ name, amountMinor, reference }) => [name, amountMinor, reference])).toEqual(
      [
        ['Ada', 1000n, 'B/1'],
        ['Bo', 2000n, 'B/2'],
      ],
    );
  });

  test('stays one entry if its transactions don’t add up', async () => {
    const [line, ...others] = await linesOf(camt([{ amount: '29.50', reference: 'B', parts }]));
    expect([line!.amountMinor, line!.reference, others]).toEqual([2950n, 'B', []]);
  });
});

describe('balances', () => {
  test('that fit are read', async () => {
    const entries = [ADA, { amount: '250.50', debit: true }];
    expect(await linesOf(camt(entries, { opening: '-100.00', closing: '900.00' }))).toHaveLength(2);
  });

  test('that don’t are refused, with the difference', async () => {
    expect(await refusalOf(camt([ADA], { opening: '100.00', closing: '1350.00' }))).toContain(
      'changes by USD 1250.00, but its entries add up to USD 1250.50. The difference is −USD 0.50',
    );
  });

  test('in yen have no decimals', async () => {
    const yen = { currency: 'JPY', opening: '0', closing: '1200.00' };
    expect((await linesOf(camt([{ amount: '1200.00' }], yen)))[0]!.amountMinor).toBe(1200n);
    expect(await refusalOf(camt([{ amount: '1200.5' }], yen))).toContain(
      'an amount that Muster can’t read',
    );
  });
});

test('two equal entries have two keys, which another file of the same gives again', async () => {
  const same = { amount: '10', name: 'Ada', text: 'Gift' };
  const keys = async (text: string) => keysOf('A', await linesOf(text)).map(String);
  const [first, second] = await keys(camt([same, same, { ...same, reference: 'B' }]));
  const [again] = await keys(camt([{ ...same, text: 'GIFT ' }], { id: 'S-2' }));
  expect(second).not.toBe(first);
  expect(again).toBe(first);
});

test('a file in another character set is read by its own', async () => {
  const latin = camt([ADA]).replace('UTF-8', 'ISO-8859-1');
  expect((await read(Buffer.from(latin, 'latin1')))[0]!.lines[0]!.name).toBe('Ada & Söhne');
  const wide = Buffer.from(`\uFEFF${camt([ADA])}`, 'utf16le');
  expect((await read(wide))[0]!.lines[0]!.name).toBe('Ada & Söhne');
  expect(await refusalOf(Buffer.from(camt([ADA]), 'latin1'))).toContain('character set');
});

const BOMB = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;

test.each([
  ['a document type', BOMB + camt([ADA]).slice(38), 'document type'],
  ['an entity in a name', camt([{ ...ADA, name: 'x' }]).replace('<Nm>x', '<Nm>&lol;'), ''],
  ['tags without end', '<Document>'.repeat(5000), 'damaged'],
  ['entries without end', camt([]).replace('</Stmt>', '<Ntry>'.repeat(200_000)), 'damaged'],
  ['an entry without end', camt([ADA]).replace('</NtryDtls>', ''), 'damaged'],
  ['half a file', camt([ADA, ADA]).slice(0, 900), 'damaged'],
  ['tags nested deeply', '<a>'.repeat(5000) + '</a>'.repeat(5000), 'damaged'],
  ['a prototype', '<Document><__proto__><x/></__proto__></Document>', 'damaged'],
  ['a ZIP', 'PK\u0003\u0004', 'a workbook'],
  ['a report', camt([]).replaceAll('BkToCstmrStmt', 'BkToCstmrAcctRpt'), 'such as camt.052'],
  ['no account', camt([ADA]).replace(/<Acct>.*<\/Acct>/, ''), 'doesn’t name its account'],
  ['another currency', camt([ADA], { currency: 'XXX' }), 'a currency that Muster can’t read: XXX'],
  ['no side', camt([ADA]).replace('CRDT', ''), 'a credit or a debit'],
  [
    'a wrong day',
    camt([{ ...ADA, day: '2026-02-30' }]),
    'a day that Muster can’t read: 2026-02-30',
  ],
  ['a huge amount', camt([{ amount: '9'.repeat(18) }]), 'an amount that Muster can’t read'],
])('%s is refused with its reason, or read as it is written', async (_, text, reason) => {
  const refused = await refusalOf(text);
  expect(refused).toContain(reason);
  expect(refused === '').toBe(reason === '');
});

test('a name keeps no control characters, and nothing is expanded', async () => {
  const [line] = await linesOf(
    camt([{ ...ADA, name: 'A\u202Eda' }]).replace('Gift', '&#0;&lol;&#x41;'),
  );
  expect([line!.name, line!.text]).toEqual(['A da & Söhne'.slice(0, 4), '&lol;A for you']);
});

test('a large file holds nobody up', async () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({ ...ADA, reference: `B-${at}` }));
  let [turns, isRead] = [0, false];
  const tick = (): void => {
    turns += 1;
    if (!isRead) setImmediate(tick);
  };
  setImmediate(tick);
  expect(await linesOf(camt(many))).toHaveLength(10_000);
  isRead = true;
  expect(turns).toBeGreaterThan(50);
});
