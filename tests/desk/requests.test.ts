import { describe, expect, test } from 'vitest';
import { readQueue } from '../../server/desk/queue/model.ts';
import { requestChange } from '../../server/pledges/requests.ts';
import { requestInput } from '../../server/pledges/schemas.ts';
import { AGREEMENT, fundingPledge, move, PAYMENT } from '../support/actors.ts';
import { countingQueries } from '../support/counting.ts';
import { atDesk } from '../support/desk.ts';
import { fieldsOf } from '../support/forms.ts';
import { textOf, useQueue } from '../support/queue.ts';
import { newKey, signedIn } from '../support/signed-in.ts';

const queue = useQueue();

const YEAR = { every: 'quarter', times: 4, firstOn: '2027-03-31' } as const;
const wanted = (...days: string[]) => days.map((dueOn) => ({ dueOn, amount: '100.00' }));

/** An agreed pledge of USD 400.00 in four quarters of 2027, of which somebody asks something. */
async function asked(name: string, input: object): Promise<string> {
  const giver = await signedIn(queue.app, { name });
  const { signatoryId } = giver;
  const ref = await fundingPledge(queue.app, signatoryId, { amount: '400.00', schedule: YEAR });
  await move(queue.app, ref, 'commit', { evidence: AGREEMENT });
  await requestChange(queue.app.ctx, giver, newKey(), ref, requestInput.parse(input));
  return ref;
}

const LATER = {
  kind: 'postpone',
  instalments: wanted('2027-03-31', '2030-03-31', '2031-06-30', '2032-09-30'),
  text: 'The grant comes in 2030.',
};
/** What one of the page's forms would send, beside the keys of its session. */
function formOf(page: string, path: string): Record<string, string> {
  const start = page.indexOf(`action="${path}"`);
  const fields = fieldsOf(page.slice(start, page.indexOf('</form>', start)));
  return Object.fromEntries([...fields].filter(([name]) => !['csrf', 'key'].includes(name)));
}
const pathOf = (ref: string, verb: string) => `/admin/pledges/${ref}/requests/${verb}`;
const decide = (ref: string, verb: string, form: Record<string, string>, reason = 'We spoke.') =>
  queue.cy.post(pathOf(ref, verb), { ...form, reason });
const shownAt = async () => (await queue.cy.get('/admin/queue?kind=request')).page;

describe('a request in the queue', () => {
  test('says who asks for what, in the giver’s words, and what granting it would do', async () => {
    const ref = await asked('Ada Later', LATER);
    const page = await shownAt();
    const text = textOf(page);
    expect(text).toContain('$400 from Ada Later request');
    expect(text).toContain('Asks to move 3 instalments from 2027 to 2030–32.');
    expect(text).toContain('The grant comes in 2030.');
    expect(text).toContain('Now 30 Jun 2027 $100.00');
    expect(text).toContain('Requested 31 Mar 2030 $100.00');
    expect(text).not.toContain('31 Mar 2027');
    expect(textOf((await queue.cy.get(`/admin/pledges/${ref}`)).page)).toContain(
      'The giver asks to change the instalments. Review it',
    );
    await decide(ref, 'refuse', formOf(page, pathOf(ref, 'refuse')));
  });

  test('is granted with a reason, and the public and the desk read what changed', async () => {
    const ref = await asked('Ada Granted', LATER);
    const form = formOf(await shownAt(), pathOf(ref, 'grant'));
    const silent = await decide(ref, 'grant', form, '');
    expect([silent.status, textOf(silent.page)]).toEqual([
      400,
      expect.stringContaining('Reason must not be empty.'),
    ]);
    const { status, location } = await decide(ref, 'grant', form);
    expect([status, location]).toEqual([303, '/admin/queue?kind=request&done=pledge.grant']);
    await queue.app.publicCache.refresh();
    const words = 'moved 3 instalments from 2027 to 2030–32: $300 of a pledge of $400';
    for (const path of ['/', `/pledges/${ref}`, '/ledger']) {
      const { body } = await queue.app.request(path, { token: false });
      expect(textOf(String(body))).toContain(`Ada Granted ${words}.`);
    }
    expect(textOf((await queue.cy.get(`/admin/pledges/${ref}`)).page)).toContain(words);
    expect(await queue.mails()).toContainEqual(
      expect.objectContaining({ kind: 'request-decided' }),
    );
  });

  test('to give less shows the stages before and after, and that its reason is public', async () => {
    const ref = await asked('Ada Less', { kind: 'reduce', amount: '150.00', text: 'Half.' });
    const page = await shownAt();
    const text = textOf(page);
    expect(text).toContain('Asks to give $150.00 less.');
    expect(text).toMatch(/agreed in writing \$400\.00 \$250\.00/i);
    expect(text).toContain('The public sees it too');
    await decide(ref, 'grant', formOf(page, pathOf(ref, 'grant')));
    await queue.app.publicCache.refresh();
    const { body } = await queue.app.request(`/pledges/${ref}`, { token: false });
    expect(textOf(String(body))).toContain('withdrew $150 of a pledge of $400: We spoke.');
  });

  test('that the pledge has overtaken is shown as it is now, or can only be refused', async () => {
    const ref = await asked('Ada Overtaken', { kind: 'release', text: 'No grant.' });
    const form = formOf(await shownAt(), pathOf(ref, 'grant'));
    await move(queue.app, ref, 'receive', { amount: '100.00', evidence: PAYMENT });
    const late = await decide(ref, 'grant', form);
    expect([late.status, textOf(late.page)]).toEqual([
      409,
      expect.stringContaining('has changed since'),
    ]);
    await move(queue.app, ref, 'lapse');
    const page = await shownAt();
    expect(textOf(page)).toContain('this request no longer fits it');
    expect(page).not.toContain(pathOf(ref, 'grant'));
    await decide(ref, 'refuse', formOf(page, pathOf(ref, 'refuse')));
  });

  test('by two admins at once is decided once, and the second is told by whom', async () => {
    const ref = await asked('Ada Twice', { kind: 'release', text: 'No grant.' });
    const form = formOf(await shownAt(), pathOf(ref, 'refuse'));
    await queue.bo.post(pathOf(ref, 'refuse'), { ...form, reason: 'No.' });
    const late = await decide(ref, 'grant', form);
    expect([late.status, textOf(late.page)]).toEqual([
      409,
      expect.stringContaining('Bo Example refused it'),
    ]);
  });

  test('costs as many queries however many there are; a viewer reads it and decides nothing', async () => {
    const { queries, db } = countingQueries(queue.app.ctx.db);
    const queriesOf = () => queries(() => readQueue({ ...queue.app.ctx, db }, queue.cy.actor, {}));
    await asked('Ada One', LATER);
    const one = await queriesOf();
    await asked('Ada Two', { kind: 'release', text: 'No grant.' });
    expect(await queriesOf()).toBe(one);
    const viewer = await atDesk(queue.app, 'viewer', 'Vi Example');
    const { page } = await viewer.get('/admin/queue');
    expect(textOf(page)).toContain('Requests (2)');
    expect(textOf(page)).toContain('No grant.');
    expect(page).not.toMatch(/<form[^>]*requests\/grant/);
    const refs = [...page.matchAll(/href="\/admin\/pledges\/(\w+)"/g)].map(([, ref]) => ref!);
    for (const ref of refs) {
      await decide(ref, 'refuse', formOf(await shownAt(), pathOf(ref, 'refuse')));
    }
  });
});
