import { describe, expect, test } from 'vitest';
import { readQueue } from '../../server/desk/queue/model.ts';
import { computePledge, fundingPledge, publishedSignatory } from '../support/actors.ts';
import { countingQueries } from '../support/counting.ts';
import { atDesk } from '../support/desk.ts';
import { textOf, useQueue } from '../support/queue.ts';
import { signedIn } from '../support/signed-in.ts';

const queue = useQueue();

describe('the queue', () => {
  test('says that nothing waits as the good news that it is', async () => {
    expect((await queue.cy.get('/admin/queue')).page).toContain('Nothing to review.');
  });

  test('lists what waits, oldest first, with what is known of a signature', async () => {
    await publishedSignatory(queue.app, { name: 'Grace Example' });
    const first = await queue.waiting({
      name: 'Grace Example',
      email: 'grace@uni.example',
      url: 'https://uni.example',
    });
    queue.later(3 * 86_400);
    const second = await queue.waiting({ email: 'gus@uni.example', review: [], confirmedAt: null });
    // Nobody stays signed in for so long.
    const { page } = await (await atDesk(queue.app, 'operator')).get('/admin/queue');
    const text = textOf(page);
    expect(page.indexOf(first)).toBeLessThan(page.indexOf(second));
    expect(text).toContain('grace@uni.example, confirmed on 10 Mar 2026');
    expect(text).toContain('waiting for 3 days');
    expect(text).toContain('Somebody with the same name has signed.');
    expect(text).toContain('1 other with this name');
    expect(text).toContain('1 other at uni.example');
    expect(text).toContain('gus@uni.example, not confirmed');
    expect(text).toContain('All (2) Signatures (2) Statements (0) Pledges (0)');
  });

  test('shows a viewer what waits, but no address and no way to decide', async () => {
    await queue.waiting({ email: 'secret@uni.example' });
    const viewer = await atDesk(queue.app, 'viewer', 'Vi Example');
    const { page } = await viewer.get('/admin/queue');
    expect(page).toContain('uni.example');
    expect(page).not.toContain('secret@');
    expect(page).not.toMatch(/<form[^>]*action="\/admin\/signatories/);
    const id = await queue.waiting({ email: 'hidden@uni.example' });
    expect((await viewer.get(`/admin/signatories/${id}`)).page).not.toContain('hidden@');
    expect((await viewer.post(`/admin/signatories/${id}/publish`)).status).toBe(403);
    expect((await viewer.get('/admin/bulk')).status).toBe(403);
  });

  test('says of a pledge why it waits, and what it is beside the policy’s limit', async () => {
    const ada = await signedIn(queue.app, { name: 'Ada Limit' });
    await fundingPledge(queue.app, ada.signatoryId, { amount: '400.00' });
    const over = await fundingPledge(queue.app, ada.signatoryId, {
      amount: '2500.00',
      accept: false,
    });
    const text = async () => textOf((await queue.cy.get('/admin/queue?kind=pledge')).page);
    expect(await text()).toContain('$2,500, above the limit of $1,000');
    await queue.cy.post(`/admin/pledges/${over}/reject`);
    await fundingPledge(queue.app, ada.signatoryId, { amount: '700.00', accept: false });
    expect(await text()).toContain('$700, with $400 already promised, above the limit of $1,000');
    await computePledge(queue.app, ada.signatoryId, { accept: false, note: 'Ask us in May' });
    expect(await text()).toContain('512 H100-SXM');
    expect(await text()).toContain('An admin reviews all compute.');
    await queue.app.request('/api/v1/admin/factors', {
      body: {
        model: 'B200',
        tflops: '494.7',
        basis: 'BF16',
        holdsFrom: '2026-03-01',
        source: 'Example data sheet',
      },
    });
    await computePledge(queue.app, ada.signatoryId, {
      accept: false,
      asset: 'B200',
      windows: { gpuHours: '1000', from: '2026-05-01', to: '2026-06-01' },
    });
    expect(await text()).toContain('1,000 GPU-hours (500 H100-equivalent hours)');
    expect(await text()).toContain('Ask us in May');
    await queue.waiting({ name: 'Not Yet Example' });
    expect(await text()).not.toContain('Not Yet');
  });

  test('is filtered by a domain with all below it', async () => {
    await queue.waiting({ name: 'Here Example', email: 'a@spam.example' });
    await queue.waiting({ name: 'Below Example', email: 'b@mail.spam.example' });
    await queue.waiting({ name: 'Beside Example', email: 'c@notspam.example' });
    const { page } = await queue.cy.get('/admin/queue?domain=Spam.example');
    expect(['Here', 'Below', 'Beside'].map((name) => page.includes(`${name} Example`))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('is paged, and costs as many queries however much waits', async () => {
    const { queries, db } = countingQueries(queue.app.ctx.db);
    const queriesOf = () => queries(() => readQueue({ ...queue.app.ctx, db }, queue.cy.actor, {}));
    const ada = await signedIn(queue.app, { name: 'Ada Queries' });
    await queue.waiting();
    await fundingPledge(queue.app, ada.signatoryId, { amount: '2500.00', accept: false });
    const few = await queriesOf();
    for (let number = 0; number < 60; number += 1) await queue.waiting();
    for (let number = 0; number < 5; number += 1) {
      await fundingPledge(queue.app, ada.signatoryId, {
        asset: 'USD',
        amount: '2500.00',
        accept: false,
      });
    }
    expect(await queriesOf()).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
    const seen: string[] = [];
    let next: string | undefined = '/admin/queue';
    while (next !== undefined) {
      const { page } = await queue.cy.get(next);
      seen.push(
        ...[...page.matchAll(/class="head"[^>]*><a href="([^"]+)"/g)].map(([, href]) => href!),
      );
      next = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect([seen.length, new Set(seen).size]).toEqual([67, 67]);
  });
});

describe('the page of a signatory', () => {
  test('tells all that is known, who is alike, and what was done', async () => {
    const other = await queue.waiting({ name: 'Twin Example', email: 'one@twin.example' });
    const id = await queue.waiting({
      name: 'twin example',
      email: 'two@twin.example',
      statement: 'For all.',
    });
    const ref = await fundingPledge(queue.app, id, { accept: false });
    await queue.bo.post(`/admin/signatories/${id}/ask`, { question: 'Which of you?' });
    const { page } = await queue.cy.get(`/admin/signatories/${id}`);
    const text = textOf(page);
    expect(text).toContain('two@twin.example, confirmed on 10 Mar 2026');
    expect(text).toContain('For all.');
    expect(page).toContain(`/admin/pledges/${ref}`);
    expect(page.split(`href="/admin/signatories/${other}"`)).toHaveLength(3);
    expect(text).toContain('Bo Example asked a signatory a question');
    const back = `/admin/signatories/${id}`;
    const refused = await queue.cy.post(`${back}/ask`, { question: '', back });
    expect([refused.status, refused.page.includes('For all.')]).toEqual([400, true]);
    expect((await queue.cy.get('/admin/signatories/nobody')).status).toBe(404);
  });
});
