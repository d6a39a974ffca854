import { beforeAll, describe, expect, test } from 'vitest';
import { bankEntry } from '../../server/db/bank.ts';
import { creditorReference } from '../../server/domain/creditor-reference.ts';
import { sweep } from '../../server/postman/sweep.ts';
import { fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { at, record } from '../support/desk-forms.ts';
import { camt, type CamtEntry } from './camt.ts';
import { BANK, useBank } from './till.ts';

const bank = useBank();

/** A pledge of USD 1,000.00 by somebody with a name of their own. */
let people = 0;
async function pledged(name: string, facts: Record<string, unknown> = {}): Promise<string> {
  people += 1;
  const giver = await publishedSignatory(bank.app, {
    name: `${name} ${'abcdefghijklmnopqrstuvwxyz'[people]}`,
  });
  return fundingPledge(bank.app, giver, facts);
}

/** Each test has references of its own. */
let number = 0;
const paid = (facts: Partial<CamtEntry> = {}): CamtEntry => {
  number += 1;
  return { amount: '1000.00', name: 'Somebody', reference: `N-${number}`, ...facts };
};

describe('a file that pays seven pledges', () => {
  const refs: Record<string, string> = {};
  let file: string;
  beforeAll(async () => {
    for (const name of ['Ada', 'Bo', 'Edo', 'Flo', 'Gus', 'Halvard'])
      refs[name] = await pledged(name);
    refs['Kim'] = await pledged('Kim Eurogiver', {
      asset: 'EUR',
      amount: '900.00',
      useRateOf: '2026-03-10',
    });
    const { Ada, Bo, Edo, Flo, Gus, Kim } = refs;
    file = camt(
      [
        paid({ text: `pledge ${Ada}` }),
        paid({ creditorReference: creditorReference(Bo!) }),
        // Short, paid twice, in another currency, without a reference.
        paid({ text: `${Edo}`, amount: '400.00' }),
        paid({ text: `first ${Flo}` }),
        paid({ text: `second ${Flo}` }),
        paid({ text: `euros ${Kim}`, amount: '980.00' }),
        paid({ name: 'G, HALVARD', text: 'my gift' }),
        paid({ payerReference: Gus!, text: 'from Gus' }),
        paid({ text: 'rent', amount: '300.00', debit: true }),
      ],
      { opening: '0.00', closing: '7080.00' },
    );
  });

  test('is read, and proposes what each one pays and why', async () => {
    const text = await bank.read(file);
    expect(text).toContain('The file is read.');
    expect(text).toContain('Record all with a reference (6)');
    expect(text).toContain(
      `pledge ${refs['Ada']} 2 Mar 2026 $1,000.00 ${refs['Ada']} , Ada b The payer wrote its reference. $1,000.00 is outstanding.`,
    );
    expect(text).toContain(
      `${refs['Kim']} , Kim Eurogiver h The payer wrote its reference. €900.00 is outstanding.`,
    );
    expect(text).toContain(`${refs['Halvard']} , Halvard g Amount and name agree.`);
    expect(text).not.toContain('rent');
  });

  test('is recorded at once where the payer wrote a reference, each once', async () => {
    const left = await bank.recordAll();
    expect(left).toContain('The payer wrote its reference. $0.00 is outstanding.');
    expect(left).not.toContain('Record all');
    const received = await Promise.all(
      ['Ada', 'Bo', 'Edo', 'Flo', 'Gus'].map((name) => bank.received(refs[name]!)),
    );
    expect(received).toEqual(['1000.00', '1000.00', '400.00', '1000.00', '1000.00']);
    const pledge = await bank.text(`/admin/pledges/${refs['Ada']}`);
    expect(pledge).toContain('N-1');
    expect(pledge).toContain('Cy Example recorded a receipt');
  });

  test('leaves what needs a look: the second payment takes a tick', async () => {
    const entry = await bank.entry(`second ${refs['Flo']}`);
    expect(await bank.text(entry)).toContain(
      'The payer wrote its reference. $0.00 is outstanding.',
    );
    const refused = await bank.cy.post(`${entry}/record`, { ref: refs['Flo']! });
    expect([refused.status, await bank.received(refs['Flo']!)]).toEqual([400, '1000.00']);
    const done = await bank.cy.post(`${entry}/record`, { ref: refs['Flo']!, excess: 'on' });
    expect([done.status, await bank.received(refs['Flo']!)]).toEqual([303, '2000.00']);
  });

  test('one without a reference is recorded after a look at the name', async () => {
    const entry = await bank.entry('my gift');
    expect((await bank.cy.post(`${entry}/record`, { ref: refs['Halvard']! })).status).toBe(303);
    expect(await bank.received(refs['Halvard']!)).toBe('1000.00');
  });

  test('one in another currency leads to the pledge, and is found there', async () => {
    const entry = await bank.entry('euros');
    const path = at(refs['Kim']!, 'receive');
    expect(await bank.get(entry)).toContain(`href="${path}?occurredOn=2026-03-02&amp;evidence.`);
    expect((await bank.cy.post(`${entry}/record`, { ref: refs['Kim']! })).status).toBe(409);
    await record(bank.cy, path, {
      how: 'all',
      'evidence.grade': 'payment',
      'evidence.reference': 'N-6',
      occurredOn: '2026-03-02',
    });
    expect(await bank.text(entry)).toContain(`Recorded for pledge ${refs['Kim']}`);
    expect(await bank.text()).toContain('No entry waits for you.');
  });

  test('brings nothing if it is read again, whole or within another file', async () => {
    expect(await bank.read(file)).toContain('No entry waits for you.');
    const more = file
      .replace('</Stmt>', camt([paid({ text: 'new' })]).match(/<Ntry>[^]*<\/Ntry>/)![0] + '</Stmt>')
      .replaceAll(/<Bal>[^]*?<\/Bal>/g, '');
    await bank.read(more);
    expect(await bank.waiting()).toEqual(['new']);
  });

  test('is one line of the month, which names what differs', async () => {
    await move(bank.app, refs['Edo']!, 'receive', {
      amount: '1.00',
      occurredOn: '2026-03-03',
      evidence: PAYMENT,
    });
    const text = await bank.text(`${BANK}-month?month=2026-03`);
    expect(text).toContain(
      'USD $0.00 in the ledger through Stripe $0.00 Stripe says $6,401.00 in the ledger otherwise ' +
        '$8,380.00 the bank says $1,000.00 at the bank, to record $0.00 at the bank, set aside ' +
        '$979.00 difference with the bank',
    );
    expect(text).toContain(`${refs['Edo']} $1.00, 3 Mar 2026 No entry`);
    expect(text).toContain(`${refs['Kim']} €900.00, 2 Mar 2026 $980.00, 2 Mar 2026`);
    const csv = await bank.get(`${BANK}-month.csv?month=2026-03`);
    expect(csv).toMatch(new RegExp(`^${refs['Edo']},2026-03-03,USD,1.00,,,,\r$`, 'm'));
    expect(csv).toContain(`${refs['Kim']},2026-03-02,EUR,900.00,`);
    expect(csv).not.toContain('Kim Eurogiver');
    expect(await bank.text(`${BANK}-month?month=2025-03`)).toContain('No money was received');
  });

  test('the month’s page names the month that it shows, also an old one', async () => {
    expect(await bank.get(`${BANK}-month`)).toContain('>February 2026 at the bank</h1>');
    expect(await bank.get(`${BANK}-month?month=2009-03`)).toMatch(/ selected[^>]*>March 2009</);
  });
});

test('an undone receipt frees its entry, which can be recorded again', async () => {
  const ref = await pledged('Jo');
  await bank.read(camt([paid({ text: `undo ${ref}`, amount: '10.00' })]));
  const entry = await bank.entry(`undo ${ref}`);
  await bank.cy.post(`${entry}/record`, { ref });
  expect(await bank.text(entry)).toContain('Recorded for pledge');
  const batch = /\/admin\/batches\/(\w+)\/reverse/.exec(
    await bank.get(`/admin/pledges/${ref}`),
  )![1]!;
  await record(bank.cy, `/admin/batches/${batch}/reverse`, { reason: 'Another pledge’s' });
  expect(await bank.entry(`undo ${ref}`)).toBe(entry);
  expect((await bank.cy.post(`${entry}/record`, { ref })).status).toBe(303);
  expect(await bank.received(ref)).toBe('10.00');
});

describe('a receipt recorded by hand', () => {
  test.each([1, 2])('under one reference %i times is so many equal entries', async (times) => {
    const ref = await pledged('Lu');
    const evidence = { ...PAYMENT, reference: `PAYER-1-${times}` };
    for (let done = 0; done < times; done += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await move(bank.app, ref, 'receive', { amount: '10.00', evidence });
    }
    const texts = ['one', 'two', 'three'].map((text) => `${text} of ${ref}`);
    const same = { amount: '10.00', payerReference: evidence.reference };
    await bank.read(camt(texts.map((text) => paid({ text, ...same }))));
    const open = (await bank.waiting()).filter((text) => texts.includes(text));
    expect(open).toEqual(texts.slice(times));
  });

  test('of another amount is none of the entry’s', async () => {
    const ref = await pledged('Moe');
    await move(bank.app, ref, 'receive', {
      amount: '11.00',
      evidence: { ...PAYMENT, reference: 'PAYER-2' },
    });
    expect(
      await bank.read(
        camt([paid({ text: `other ${ref}`, amount: '10.00', payerReference: 'PAYER-2' })]),
      ),
    ).toContain(`other ${ref}`);
  });

  test('with the bank’s fee is the entry of what was left', async () => {
    const ref = await pledged('Ned');
    number += 1;
    const evidence = { ...PAYMENT, reference: `N-${number}`, fee: '2.00' };
    await move(bank.app, ref, 'receive', { amount: '12.00', evidence });
    const entry = { amount: '10.00', name: 'Ned', text: `fee ${ref}`, reference: `N-${number}` };
    expect(await bank.read(camt([entry]))).not.toContain(`fee ${ref}`);
  });
});

test('a payment that the bank takes back is shown, and pays nothing', async () => {
  const back = paid({ text: 'bounced', debit: true, reversal: true, amount: '55.00' });
  expect(await bank.read(camt([back]))).toContain(
    'bounced 2 Mar 2026 −$55.00 The bank took this payment back.',
  );
  const entry = await bank.entry('bounced');
  const ref = await pledged('Oz');
  expect((await bank.cy.post(`${entry}/record`, { ref })).status).toBe(409);
  await bank.cy.post(`${entry}/aside`, { note: 'Undone' });
});

test('an entry is set aside with a note, and can be recorded all the same', async () => {
  await bank.read(camt([paid({ text: 'payout of Stripe' })]));
  const entry = await bank.entry('payout of Stripe');
  expect((await bank.cy.post(`${entry}/aside`, { note: '' })).status).toBe(400);
  await bank.cy.post(`${entry}/aside`, { note: 'Stripe’s payout' });
  expect(await bank.text()).not.toContain('payout of Stripe');
  expect(await bank.text(`${BANK}?aside=1`)).toContain('Stripe’s payout');
  const ref = await pledged('Quin');
  expect((await bank.cy.post(`${entry}/record`, { ref })).status).toBe(303);
  expect(await bank.text(`${BANK}?aside=1`)).not.toContain('Stripe’s payout');
});

describe('a file', () => {
  test('of an account that none was of before has to be vouched for', async () => {
    const file = camt([paid({ text: 'private' })], { account: 'GB82WEST12345698765432' });
    const refused = await bank.upload(file);
    expect([refused.status, refused.text]).toEqual([
      400,
      expect.stringContaining('Account GB82WEST12345698765432 is new'),
    ]);
    expect((await bank.upload(file, { account: 'gb82 west 1234 5698 7654 32' })).status).toBe(303);
    expect((await bank.upload(file, {})).status).toBe(303);
  });

  test('that is too large or out of balance brings nothing', async () => {
    expect((await bank.upload(Buffer.alloc(100 * 2 ** 20, ' '))).text).toContain(
      'File is larger than 5 MB',
    );
    const wrong = camt([paid({ text: 'unbalanced' })], { opening: '0', closing: '999.99' });
    expect((await bank.upload(wrong)).text).toContain('The difference is −USD 0.01');
    expect(await bank.text()).not.toContain('unbalanced');
  });

  test('is refused to a viewer, who sees no payer', async () => {
    const vi = await atDesk(bank.app, 'viewer', 'Vi Example');
    await bank.read(camt([paid({ name: 'Secret Payer', text: 'secret text', amount: '77.00' })]));
    const entry = await bank.entry('secret text');
    for (const path of [BANK, entry, `${BANK}-month?month=2026-03`]) {
      const page = await bank.text(path, vi);
      if (!path.includes('month')) expect(page).toContain('$77.00');
      expect(page.toLowerCase()).not.toContain('secret');
    }
    expect((await vi.get(`${BANK}/file`)).status).toBe(403);
    const posts = [
      [`${BANK}/record-all`, { ids: entry.split('/').at(-1)! }],
      [`${entry}/record`, { ref: 'X' }],
      [`${entry}/aside`, { note: 'X' }],
    ] as const;
    for (const [path, fields] of posts) expect((await vi.post(path, fields)).status).toBe(403);
    // The refusals are in the history a moment later.
    await bank.text();
  });
});

test('a payer is forgotten after 400 days, and the file still brings nothing new', async () => {
  const file = camt([paid({ name: 'Old Payer', text: 'long ago', day: '2025-02-01' })]);
  await bank.read(file);
  expect(await bank.text()).toContain('Old Payer');
  await sweep(bank.app.ctx);
  const text = await bank.read(file);
  expect(text).not.toContain('Old Payer');
  const rows = await bank.app.ctx.db.select().from(bankEntry);
  expect(rows.filter(({ name }) => name === null).map(({ bookedOn }) => bookedOn)).toEqual([
    '2025-02-01',
  ]);
});

test('a reference of a pending or a withdrawn pledge records nothing', async () => {
  const giver = await publishedSignatory(bank.app, { name: 'Sid Example' });
  const pending = await fundingPledge(bank.app, giver, { accept: false });
  const gone = await pledged('Tom');
  await record(bank.cy, at(gone, 'withdraw'), { how: 'all', reason: 'They wrote to us' });
  const texts = [pending, gone].map((ref) => `for ${ref}`);
  await bank.read(camt(texts.map((text) => paid({ text, name: 'x', amount: '3.00' }))));
  expect(await bank.text(await bank.entry(`for ${pending}`))).toContain('isn’t accepted');
  const entries = await Promise.all(texts.map((text) => bank.entry(text)));
  const ids = entries.map((path) => path.split('/').at(-1)).join(' ');
  await bank.cy.post(`${BANK}/record-all`, { ids });
  for (const [index, ref] of [pending, gone].entries()) {
    expect((await bank.cy.post(`${entries[index]}/record`, { ref })).status).not.toBe(303);
  }
  expect(await bank.waiting()).toEqual(expect.arrayContaining(texts));
});
