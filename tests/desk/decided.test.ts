import { expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { importFile } from '../../server/import/import.ts';
import { increasePledge } from '../../server/pledges/increase.ts';
import { logPledge } from '../../server/pledges/pledge.ts';
import { pledgeInput } from '../../server/pledges/schemas.ts';
import { withdrawPledge } from '../../server/pledges/withdraw.ts';
import { ADMIN, rowsAt } from '../exports/scenario.ts';
import { fundingPledge } from '../support/actors.ts';
import { INITIATIVE } from '../support/app.ts';
import { textOf, useQueue } from '../support/queue.ts';
import { newKey, signedIn } from '../support/signed-in.ts';

const queue = useQueue();

/** What the desk's page of a pledge says of its decision. */
const decidedOn = async (ref: string): Promise<string | undefined> => {
  const { status, page } = await queue.cy.get(`/admin/pledges/${ref}`);
  expect(status).toBe(200);
  return / Decision (.*?) UTC/.exec(textOf(page))?.[1];
};

const pending = async (giver: string) =>
  fundingPledge(queue.app, giver, { amount: '2000.00', accept: false });
const decide = (who: 'cy' | 'bo', ref: string, verb: string, fields = {}) =>
  queue[who].post(`/admin/pledges/${ref}/${verb}`, { revision: '0', ...fields });

test('a pledge says who decided on it, and when', async () => {
  const ada = await signedIn(queue.app, { name: 'Ada Decided' });
  const { ctx } = queue.app;
  const [accepted, rejected, withdrawn] = [
    await pending(ada.signatoryId),
    await pending(ada.signatoryId),
    await pending(ada.signatoryId),
  ];
  expect(await decidedOn(accepted)).toBeUndefined();
  queue.later(60);
  await decide('cy', accepted, 'accept');
  await decide('bo', rejected, 'reject', { reason: 'Twice' });
  await withdrawPledge(ctx, ada, newKey(), withdrawn, {});
  const at = '10 Mar 2026, 12:01';
  expect(await decidedOn(accepted)).toBe(`accepted by Cy Example, ${at}`);
  expect(await decidedOn(rejected)).toBe(`rejected by Bo Example, ${at}`);
  expect(await decidedOn(withdrawn)).toBe(`withdrawn by Ada Decided (signatory), ${at}`);

  queue.later(60);
  await increasePledge(ctx, ada, newKey(), accepted, { amount: '5000.00' });
  const { revision } = await queue.pledgeOf(accepted);
  await decide('bo', accepted, 'accept', { revision: String(revision) });
  expect((await queue.pledgeOf(accepted)).asked).toBeNull();
  expect(await decidedOn(accepted)).toBe(`accepted by Cy Example, ${at}`);
});

test('one that is accepted again says by whom it was this time', async () => {
  const { signatoryId } = await signedIn(queue.app);
  const ref = await pending(signatoryId);
  await decide('cy', ref, 'accept');
  const { page } = await queue.cy.get(`/admin/pledges/${ref}`);
  const [, batch] = /\/admin\/batches\/(\w+)\/reverse/.exec(page)!;
  const path = `/api/v1/admin/batches/${batch}/reverse`;
  await queue.app.request(path, { body: { reason: 'Too soon' } });
  expect(await decidedOn(ref)).toBeUndefined();
  await decide('bo', ref, 'accept');
  expect(await decidedOn(ref)).toBe('accepted by Bo Example, 10 Mar 2026, 12:00');
});

test('one that no admin had to look at was accepted at once, and of a file it is not known by whom', async () => {
  const ada = await signedIn(queue.app, { name: 'Ada Atonce' });
  const input = pledgeInput.parse({ kind: 'funding', asset: 'USD', amount: '10.00' });
  const { body } = await logPledge(queue.app.ctx, ada, newKey(), input);
  expect(await decidedOn(body['ref'] as string)).toBe('accepted at once, 10 Mar 2026, 12:00');

  await importFile(queue.app.ctx, MACHINE, {
    ...INITIATIVE,
    signatories: [{ key: 'uni', kind: 'organisation', name: 'Example University' }],
    pledges: [
      {
        key: 'of-a-file',
        signatory: 'uni',
        kind: 'funding',
        asset: 'USD',
        amount: '777.00',
        movements: [{ verb: 'accept', occurredOn: '2026-03-02' }],
      },
    ],
  });
  await queue.app.publicCache.refresh();
  const rows = await rowsAt(queue.app, `${ADMIN}/pledges.csv`);
  const { ref } = rows.find(({ quantity }) => quantity === '777.00')!;
  expect(await decidedOn(ref!)).toBe('accepted, 10 Mar 2026, 12:00');
});
