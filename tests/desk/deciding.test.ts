import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { fundingPledge } from '../support/actors.ts';
import { textOf, useQueue } from '../support/queue.ts';
import { signedIn } from '../support/signed-in.ts';

const queue = useQueue();

describe('a decision', () => {
  test('publishes a signature, and comes back to where it was taken', async () => {
    const id = await queue.waiting();
    const back = '/admin/queue?kind=signature&domain=dee.example';
    const { status, location } = await queue.cy.post(`/admin/signatories/${id}/publish`, { back });
    expect([status, location]).toEqual([303, `${back}&done=signatory.publish`]);
    expect((await queue.cy.get(location!)).page).toContain('The signature is published.');
    expect((await queue.signatoryOf(id)).status).toBe('published');
    expect(await queue.trail(id)).toEqual(['signatory.publish']);
    const elsewhere = await queue.waiting();
    const away = await queue.cy.post(`/admin/signatories/${elsewhere}/publish`, {
      back: '//evil.example/admin',
    });
    expect(away.location).toBe('/admin/queue?done=signatory.publish');
  });

  test('rejects a signature with its pledges, and mails the reason, if there is one', async () => {
    const id = await queue.waiting({ email: 'dora@dee.example' });
    const ref = await fundingPledge(queue.app, id, { accept: false });
    await queue.cy.post(`/admin/signatories/${id}/reject`, { reason: 'You are not Dora.' });
    expect(await queue.signatoryOf(id)).toMatchObject({
      status: 'rejected',
      reason: 'You are not Dora.',
    });
    expect(await queue.pledgeOf(ref)).toMatchObject({
      status: 'rejected',
      reason: 'You are not Dora.',
    });
    expect(await queue.mails()).toMatchObject([
      {
        kind: 'signature-rejected',
        address: 'dora@dee.example',
        data: { reason: 'You are not Dora.' },
      },
    ]);
    expect(await queue.trail(ref)).toContain('pledge.reject');
    const quiet = await queue.waiting();
    const unproved = await queue.waiting({ confirmedAt: null });
    await queue.cy.post(`/admin/signatories/${quiet}/reject`, { reason: '' });
    await queue.cy.post(`/admin/signatories/${unproved}/reject`, { reason: 'No.' });
    expect(await queue.mails()).toHaveLength(1);
  });

  test('asks back by mail; it waits on, shows the question, and is answered by an edit', async () => {
    const id = await queue.waiting({ email: 'dora@dee.example' });
    const asked = await queue.cy.post(`/admin/signatories/${id}/ask`, {
      question: 'Are you Dora?',
    });
    expect(asked.location).toBe('/admin/queue?done=signatory.ask');
    queue.later(7200);
    expect(textOf((await queue.cy.get('/admin/queue')).page)).toContain(
      'Question sent 2 hours ago: Are you Dora?',
    );
    expect(await queue.mails()).toMatchObject([
      {
        kind: 'asked',
        address: 'dora@dee.example',
        data: { ref: null, question: 'Are you Dora?' },
      },
    ]);
    await queue.cy.post(`/admin/signatories/${id}/publish`);
    expect(await queue.signatoryOf(id)).toMatchObject({ question: null, askedAt: null });
  });

  test('shows a form again that was wrong, with what was typed', async () => {
    const id = await queue.waiting();
    const empty = await queue.cy.post(`/admin/signatories/${id}/ask`, { question: '' });
    expect(empty.status).toBe(400);
    expect(textOf(empty.page)).toContain('Question must not be empty.');
    const reason = 'x'.repeat(1001);
    const long = await queue.cy.post(`/admin/signatories/${id}/reject`, { reason });
    expect(long.status).toBe(400);
    expect(long.page).toContain(reason);
    const mute = await queue.waiting({ confirmedAt: null });
    const refused = await queue.cy.post(`/admin/signatories/${mute}/ask`, { question: 'Who?' });
    expect([refused.status, textOf(refused.page)]).toEqual([
      409,
      expect.stringContaining('This address isn’t confirmed, so we can’t email the question.'),
    ]);
  });

  test('on a pledge by two admins at once is one movement, and the second is told by whom', async () => {
    const ada = await signedIn(queue.app, { name: 'Ada Twice' });
    const ref = await fundingPledge(queue.app, ada.signatoryId, {
      amount: '2500.00',
      accept: false,
    });
    const [one, two] = await Promise.all([
      queue.bo.post(`/admin/pledges/${ref}/accept`, { revision: '0' }),
      queue.cy.post(`/admin/pledges/${ref}/accept`, { revision: '0' }),
    ]);
    expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([303, 409]);
    const { id } = await queue.pledgeOf(ref);
    const moved = await queue.app.ctx.db
      .select()
      .from(schema.movement)
      .where(eq(schema.movement.pledgeId, id));
    expect(moved).toHaveLength(1);
    const [winner, loser] = one.status === 303 ? ['Bo', two] : ['Cy', one];
    expect(textOf(loser.page)).toContain(`${winner} Example accepted it just now.`);
    expect((await queue.trail(ref)).filter((act) => act === 'pledge.accept')).toHaveLength(1);
    queue.later(3);
    const third = await (winner === 'Bo' ? queue.cy : queue.bo).post(
      `/admin/pledges/${ref}/accept`,
    );
    expect(textOf(third.page)).toContain(`${winner} Example accepted it 3 seconds ago.`);
  });

  test('on a pledge that its giver has changed meanwhile is not taken', async () => {
    const ada = await signedIn(queue.app, { name: 'Ada Changes' });
    const ref = await fundingPledge(queue.app, ada.signatoryId, {
      amount: '2500.00',
      accept: false,
    });
    const { page } = await queue.cy.get('/admin/queue');
    expect(page).toContain('name="revision" value="0"');
    await queue.app.ctx.db
      .update(schema.pledge)
      .set({ revision: 1 })
      .where(eq(schema.pledge.ref, ref));
    const late = await queue.cy.post(`/admin/pledges/${ref}/accept`, { revision: '0' });
    expect([late.status, textOf(late.page)]).toEqual([
      409,
      expect.stringContaining('has changed since you opened it'),
    ]);
    expect(late.page).toContain('name="revision" value="1"');
    expect((await queue.cy.post(`/admin/pledges/${ref}/accept`, { revision: '1' })).status).toBe(
      303,
    );
  });
});
