import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { MACHINE, type Actor, type SignedIn } from '../../server/actor.ts';
import * as schema from '../../server/db/schema.ts';
import { increasePledge, withdrawIncrease } from '../../server/pledges/increase.ts';
import { findOwnPledge, ownPledgeJson } from '../../server/pledges/mine.ts';
import { editPledge, logPledge } from '../../server/pledges/pledge.ts';
import { changeInstalments } from '../../server/pledges/reschedule.ts';
import { newPledge, pledgeInput } from '../../server/pledges/schemas.ts';
import { withdrawPledge } from '../../server/pledges/withdraw.ts';
import { move, PAYMENT } from './actors.ts';
import { startApp, type TestApp } from './app.ts';
import { watchLedger } from './check-ledger.ts';
import { newKey, signedIn } from './signed-in.ts';

const CY: Actor = MACHINE;

export const QUARTERS = { every: 'quarter', times: 4, firstOn: '2026-03-31' } as const;

/** Ada and Bo, who have signed in, and a pledge of Ada's, which is another one for each test. */
interface Cast {
  app: TestApp;
  ada: SignedIn;
  bo: SignedIn;
  ref: string;
}

const money = (facts: object): object =>
  'kind' in facts ? facts : { kind: 'funding', asset: 'USD', ...facts };

/** What is done with the pledge, or with another one that is named last. */
const deeds = (of: Cast) => ({
  log: async (actor: SignedIn, facts: object): Promise<string> => {
    const input = pledgeInput.parse(money(facts));
    const { body } = await logPledge(of.app.ctx, actor, newKey(), input);
    return body['ref'] as string;
  },
  /** As Ada reads it. */
  read: async (ref = of.ref) => ownPledgeJson(await findOwnPledge(of.app.ctx.db, of.ada, ref)),
  receive: (amount: string, more: object = {}) =>
    move(of.app, of.ref, 'receive', { amount, evidence: PAYMENT, ...more }),
  edit: (actor: Actor, facts: object, ref = of.ref) =>
    editPledge(of.app.ctx, actor, newKey(), ref, newPledge.parse(money(facts))),
  increase: (actor: Actor, amount: string, more: object = {}, ref = of.ref) =>
    increasePledge(of.app.ctx, actor, newKey(), ref, { amount, ...more }),
  askNoMore: (actor: Actor, ref = of.ref) => withdrawIncrease(of.app.ctx, actor, newKey(), ref),
  withdraw: (actor: Actor, figure: object = {}, ref = of.ref) =>
    withdrawPledge(of.app.ctx, actor, newKey(), ref, figure),
  change: (actor: Actor, input: object, ref = of.ref) =>
    changeInstalments(of.app.ctx, actor, newKey(), ref, input),
  /** Of each instalment what is scheduled, received and outstanding. */
  amounts: async () => {
    const { instalments } = ownPledgeJson(await findOwnPledge(of.app.ctx.db, of.ada, of.ref));
    return instalments.map(({ amount, received, outstanding }) => [amount, received, outstanding]);
  },
  /** How many entries the ledger has. */
  entries: async (): Promise<number> =>
    Number((await of.app.ctx.db.select().from(schema.ledgerHead))[0]!.size),
});

/**
 * Before each test of a file USD 400.00 of Ada's are accepted, in four quarters; after it all that
 * she has promised is withdrawn, so that the policy's limits are free again.
 */
export function useOwn(): Cast & ReturnType<typeof deeds> {
  const cast = { ref: '' } as Cast;
  const own = Object.assign(cast, deeds(cast));
  beforeAll(async () => {
    own.app = await startApp();
    own.ada = await signedIn(own.app);
    own.bo = await signedIn(own.app, { name: 'Bo Example' });
  });
  beforeEach(async () => {
    own.ref = await own.log(own.ada, { amount: '400.00', schedule: QUARTERS });
  });
  afterEach(async () => {
    const { ref, signatoryId } = schema.pledge;
    const isAdas = eq(signatoryId, own.ada.signatoryId);
    const pledges = await own.app.ctx.db.select({ ref }).from(schema.pledge).where(isAdas);
    for (const pledge of pledges) {
      const { status, stages } = await own.read(pledge.ref);
      const { pledged, waiting, committed } = stages;
      const isOpen = [pledged, waiting, committed].some(
        ({ amount, gpuSeconds }) => Number(amount ?? gpuSeconds) > 0,
      );
      if (status === 'pending') await own.withdraw(CY, {}, pledge.ref);
      if (isOpen) await own.withdraw(CY, { reason: 'the test is over' }, pledge.ref);
    }
    await watchLedger(own.app);
    await own.app.database!.asOwner('DELETE FROM limit_use');
  });
  afterAll(() => own.app.close());
  return own;
}
