import { describe, expect, test } from 'vitest';
import { move } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { textOf, useQueue } from '../support/queue.ts';
import { logPledge } from '../../server/pledges/pledge.ts';
import { pledgeInput } from '../../server/pledges/schemas.ts';
import { newKey, signedIn } from '../support/signed-in.ts';

const queue = useQueue();
let givers = 0;

const DAY_SECONDS = 24 * 3_600;

/** A new giver's anonymous pledge: ready, or waiting for an admin. Returns its reference. */
async function anonymous(amount = '20.00'): Promise<string> {
  givers += 1;
  const name = `Giver ${'abcdefghij'[givers]} Example`;
  const actor = await signedIn(queue.app, { name });
  const gift = { kind: 'funding', asset: 'USD', amount, visibility: 'anonymous' };
  const { body } = await logPledge(queue.app.ctx, actor, newKey(), pledgeInput.parse(gift));
  return body['ref'] as string;
}
const seen = async (path = '/admin/queue') => {
  const { page } = await queue.cy.get(path);
  return { page, text: textOf(page) };
};

describe('an anonymous pledge at the desk', () => {
  test('that is ready waits for no admin; the desk says how many are, and when the oldest is due', async () => {
    await anonymous();
    const ref = await anonymous();
    const { text } = await seen();
    expect(text).toContain('All (0)');
    expect(text).toContain('2 anonymous pledges from 2 givers are ready.');
    expect(text).toContain('the oldest is due on 17 Mar 2026');
    expect((await seen('/admin/queue?domain=example.org')).page).not.toMatch(
      /kind=ready&amp;domain/,
    );
    const ready = await seen('/admin/queue?kind=ready');
    expect(ready.page).toContain(`/admin/pledges/${ref}`);
    expect(ready.text).toContain('If it is still ready on 17 Mar 2026, an admin decides.');
    expect(ready.page).not.toMatch(/<button type="submit"[^>]*>Accept<\/button>/);
    expect((await seen(`/admin/pledges/${ref}`)).text).toContain(
      'Ready: it will be accepted together with other anonymous pledges',
    );
    await move(queue.app, ref, 'accept', { alone: true });
  });

  test('is put with the others by Accept, and alone only after a warning', async () => {
    const ref = await anonymous('9000.00');
    const { page, text } = await seen();
    expect(text).toContain('This may identify the giver.');
    expect(page).toContain('name="alone" value="yes" required');
    const accept = (fields: object = {}) =>
      queue.cy.post(`/admin/pledges/${ref}/accept`, { back: '/admin', revision: '0', ...fields });
    expect((await accept()).location).toBe('/admin?done=pledge.ready');
    expect(await queue.pledgeOf(ref)).toMatchObject({ status: 'pending', readyBy: 'admin' });
    // Without the tick, nothing more is done.
    const again = await accept();
    expect([again.status, textOf(again.page)]).toEqual([
      409,
      expect.stringContaining('may identify its giver'),
    ]);
    expect((await accept({ alone: 'yes' })).location).toBe('/admin?done=pledge.accept');
    expect(await queue.pledgeOf(ref)).toMatchObject({ status: 'accepted', readyAt: null });
  });

  test('that is ready for seven days waits for an admin, who is warned', async () => {
    const ref = await anonymous();
    queue.later(7 * DAY_SECONDS - 1);
    queue.cy = await atDesk(queue.app, 'operator');
    expect((await seen()).text).toContain('All (0)');
    queue.later(1);
    const { page, text } = await seen();
    expect(text).toContain('All (1)');
    expect(text).toContain('the oldest has been due since 17 Mar 2026');
    expect(text).toContain('Ready for seven days, but fewer than five givers were waiting.');
    expect(page).toContain(`action="/admin/pledges/${ref}/accept"`);
    await queue.cy.post(`/admin/pledges/${ref}/reject`, { revision: '0', reason: '' });
    expect(await queue.pledgeOf(ref)).toMatchObject({ status: 'rejected', readyAt: null });
  });
});
