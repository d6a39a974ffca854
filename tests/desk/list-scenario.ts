import { expect } from 'vitest';
import { AGREEMENT, computePledge, fundingPledge, move, PAYMENT } from '../support/actors.ts';
import type { TestApp } from '../support/app.ts';
import type { DeskUser } from '../support/desk.ts';
import { rowsOf } from '../exports/scenario.ts';

/** What "Download what you see" gives of a list. */
export async function fileRows(cy: DeskUser, path: string): Promise<Record<string, string>[]> {
  const { status, page } = await cy.get(`/admin/${path.replace(/(?=\?|$)/, '.csv')}`);
  expect(status).toBe(200);
  return rowsOf(page.replace(/^\uFEFF/, ''));
}

const accepted = async (app: TestApp, ref: string, verb: string, body: unknown): Promise<void> => {
  expect((await move(app, ref, verb, body)).status).toBe(201);
};

const instalments = (parts: Record<string, string>) =>
  Object.entries(parts).map(([dueOn, amount]) => ({ dueOn, amount }));

/**
 * Money that is due around 29 February 2028. Of `partly`, 150 of 1,000 have come, 350 are agreed and
 * 500 promised; of `late`, 30 of 90 are no longer expected; `open` is due on no day, and waits.
 */
export async function playInstalments(app: TestApp, ada: string) {
  const partly = await fundingPledge(app, ada, {
    instalments: instalments({
      '2028-02-28': '100.00',
      '2028-02-29': '200.00',
      '2028-03-31': '300.00',
      '2030-01-31': '250.00',
      '2030-02-01': '150.00',
    }),
  });
  await accepted(app, partly, 'commit', { amount: '500.00', evidence: AGREEMENT });
  await accepted(app, partly, 'receive', { amount: '150.00', evidence: PAYMENT });
  const late = await fundingPledge(app, ada, {
    amount: '90.00',
    instalments: instalments({ '2028-02-28': '90.00' }),
  });
  await accepted(app, late, 'lapse', { amount: '30.00', evidence: { note: 'less than hoped' } });
  const foreign = await fundingPledge(app, ada, {
    asset: 'EUR',
    amount: '100.00',
    instalments: instalments({
      '2028-02-01': '33.33',
      '2028-04-30': '33.33',
      '2028-05-31': '33.34',
    }),
  });
  const open = await fundingPledge(app, ada, {
    amount: '70.00',
    condition: { kind: 'threshold', metric: 'organisations', reaches: '50' },
  });
  await app.publicCache.refresh();
  return { partly, late, foreign, open };
}

/**
 * Compute around 29 February 2028. `short` has 10 GPUs at 0.95 from the 27th to 4 March, and has
 * delivered 600 hours. Of `ahead`, 4 of 10 GPUs are agreed, and 300 hours came. `grant` is 60 of 100
 * hours by the end of February, of which 10 came. `bare` is promised and no more.
 */
export async function playCompute(app: TestApp, ada: string) {
  const days = { from: '2028-02-27', to: '2028-03-05' };
  const hours = (gpuHours: string) => ({ gpuHours, evidence: { grade: 'provider-statement' } });
  const short = await computePledge(app, ada, {
    windows: [{ gpus: 10, ...days, availability: '0.95' }],
  });
  await accepted(app, short, 'commit', { evidence: AGREEMENT });
  await accepted(app, short, 'receive', hours('600.00'));
  const ahead = await computePledge(app, ada, { site: 'Bergen', windows: [{ gpus: 10, ...days }] });
  await accepted(app, ahead, 'commit', { windows: [{ gpus: 4, ...days }], evidence: AGREEMENT });
  await accepted(app, ahead, 'receive', hours('300.00'));
  const grant = await computePledge(app, ada, {
    asset: 'B200',
    site: undefined,
    windows: { gpuHours: '100.00', from: '2028-01-01', to: '2028-03-01' },
  });
  await accepted(app, grant, 'commit', { gpuHours: '60.00', evidence: AGREEMENT });
  await accepted(app, grant, 'receive', hours('10.00'));
  const bare = await computePledge(app, ada, { windows: [{ gpus: 1, ...days }] });
  await app.publicCache.refresh();
  return { short, ahead, grant, bare };
}
