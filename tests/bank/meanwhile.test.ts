import { expect, test } from 'vitest';
import { write } from '../../server/db/write.ts';
import { recordMovement } from '../../server/pledges/move.ts';
import { lockPledge } from '../../server/pledges/open-pledge.ts';
import { moveInput } from '../../server/pledges/schemas.ts';
import { fundingPledge, PAYMENT, publishedSignatory } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { statusesOf } from '../support/forms.ts';
import { camt } from './camt.ts';
import { useBank } from './till.ts';

const bank = useBank();

test('a receipt that is recorded by hand meanwhile is not recorded from its entry too', async () => {
  const { app, cy } = bank;
  const ref = await fundingPledge(app, await publishedSignatory(app));
  await bank.read(camt([{ text: `hand ${ref}`, amount: '10.00', reference: 'N-1' }]));
  const entry = await bank.entry(`hand ${ref}`);
  const input = { amount: '10.00', evidence: { ...PAYMENT, reference: 'N-1' } };
  const batch = 'BYHANDBYHANDBYHA';
  const byHand = { verb: 'receive', ref, input: moveInput.parse(input), batch } as const;
  let recorded!: ReturnType<typeof cy.post>;
  await write(app.ctx, null, async (tx) => {
    await lockPledge(tx, ref);
    recorded = cy.post(`${entry}/record`, { ref });
    await expect.poll(() => app.database!.waiting('%pledge%')).toBe(1);
    return recordMovement(app.ctx, tx, byHand);
  });
  expect((await recorded).status).toBe(409);
  expect(await bank.received(ref)).toBe('10.00');
});

test('two admins who record an entry at once record it once', async () => {
  const giver = await publishedSignatory(bank.app, { name: 'Ida Example' });
  const ref = await fundingPledge(bank.app, giver);
  await bank.read(camt([{ text: `both ${ref}`, amount: '10.00', reference: 'N-2' }]));
  const entry = await bank.entry(`both ${ref}`);
  const dee = await atDesk(bank.app, 'operator', 'Di Example');
  const answers = await Promise.all(
    [bank.cy, dee, bank.cy].map((by) => by.post(`${entry}/record`, { ref })),
  );
  expect(statusesOf(answers)).toEqual([303, 409, 409]);
  expect(await bank.received(ref)).toBe('10.00');
});
