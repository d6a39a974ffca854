import { expect, describe, test } from 'vitest';
import { fundingPledge, move, PAYMENT } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { textOf, useQueue } from '../support/queue.ts';
import { signedIn } from '../support/signed-in.ts';

const queue = useQueue();

const overview = async () => (await queue.cy.get('/admin')).page;
const search = async (q: string, cy = queue.cy) =>
  textOf((await cy.get(`/admin/search?q=${encodeURIComponent(q)}`)).page);

describe('the overview', () => {
  test('says that nothing needs anybody, and what the system last did', async () => {
    const text = textOf(await overview());
    expect(text).toContain('Nothing else needs you today.');
    expect(text).toContain('Last backup from this server never');
    expect(text).not.toContain('To review 1');
  });

  test('a decision made there comes back to it, and a refused one is explained there', async () => {
    const id = await queue.waiting({ name: 'Bo Overview' });
    expect(await overview()).toContain('Bo Overview');
    const publish = () => queue.cy.post(`/admin/signatories/${id}/publish`, { back: '/admin' });
    expect((await publish()).location).toBe('/admin?done=signatory.publish');
    const again = await publish();
    expect(again.status).toBe(409);
    expect(again.page).toContain('<h1 id="title">Overview</h1>');
    expect(textOf(again.page)).toContain('You published it');
  });

  test('shows what is late and what is due this week, and leads to the whole lists', async () => {
    const ada = await signedIn(queue.app, { name: 'Ada Overview' });
    await fundingPledge(queue.app, ada.signatoryId, {
      amount: '300.00',
      instalments: [
        { dueOn: '2026-03-01', amount: '100.00' },
        { dueOn: '2026-03-16', amount: '80.00' },
        { dueOn: '2026-03-18', amount: '120.00' },
      ],
    });
    await queue.app.publicCache.refresh();
    const page = await overview();
    // An address without a filter would bring back the last one.
    expect(page).toContain('<a href="/admin/overdue?due=overdue">');
    const text = textOf(page);
    expect(text).toMatch(/Late 1 All overdue instalments .*1 Mar 2026 \$100\.00/);
    expect(text).toMatch(/Due this week 1 All due in 7 days .*16 Mar 2026 \$80\.00/);
    expect(text).not.toContain('18 Mar 2026');
    expect(textOf((await queue.cy.get('/admin/overdue?due=week')).page)).toContain('16 Mar 2026');
  });

  test('compares today’s figures with those of a week ago', async () => {
    const ada = await signedIn(queue.app, { name: 'Ada Weeks' });
    const ref = await fundingPledge(queue.app, ada.signatoryId, { amount: '500.00' });
    await queue.app.publicCache.refresh();
    const before = /Received \$([\d,.]+)/.exec(textOf(await overview()))![1]!;
    queue.later(8 * 86_400);
    await move(queue.app, ref, 'receive', { amount: '500.00', evidence: PAYMENT });
    await queue.app.publicCache.refresh();
    const cy = await atDesk(queue.app);
    const after = textOf((await cy.get('/admin')).page);
    expect(/Received \$([\d,.]+)/.exec(after)![1]).not.toBe(before);
    expect(after).toMatch(/Received \$[\d,.]+ \+\$500 in 7 days/);
    expect(after).toContain('Signatures');
  });
});

describe('the search', () => {
  test('finds a giver by name and email, and a pledge by reference and amount', async () => {
    const ada = await queue.waiting({ name: 'Ada Needle', email: 'needle@ada.example' });
    const ref = await fundingPledge(queue.app, ada, { amount: '1234567.89', accept: false });
    for (const q of ['needle', 'NEEDLE@ada', ref, ref.toLowerCase(), '$1,234,567.89']) {
      const text = await search(q);
      expect(text, q).toContain(ref);
    }
    expect(await search('needle@ada')).toContain('needle@ada.example');
    expect(await search('nothing like it')).toContain('Nothing found.');
  });

  test('finds what is offered and not counted', async () => {
    const offer = { name: 'Example Cloud', what: 'Vouchers', source: 'A letter' };
    await queue.cy.post('/admin/offered/new', offer);
    expect(await search('voucher')).toContain('Example Cloud');
  });

  test('finds a payment by hand by its reference', async () => {
    const ada = await signedIn(queue.app, { name: 'Ada Wire' });
    const ref = await fundingPledge(queue.app, ada.signatoryId, { amount: '77.00' });
    const evidence = { ...PAYMENT, reference: 'WIRE-2026-77' };
    await move(queue.app, ref, 'receive', { amount: '77.00', evidence });
    expect(await search('wire-2026')).toContain(ref);
  });

  test('shows no address to a viewer, and finds nobody by one', async () => {
    await queue.waiting({ name: 'Ada Hidden', email: 'private@hidden.example' });
    const viewer = await atDesk(queue.app, 'viewer', 'Dee Example');
    expect(await search('private@hidden', viewer)).toContain('Nothing found.');
    expect(await search('Ada Hidden', viewer)).not.toContain('private@');
  });

  test('takes no wildcard for a wildcard', async () => {
    expect(await search('%')).toContain('Nothing found.');
  });
});
