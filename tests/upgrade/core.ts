import type { Visibility } from '../../server/pledges/schemas.ts';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from '../support/actors.ts';
import { INITIATIVE, type TestApp } from '../support/app.ts';
import { RECIPIENT } from '../support/pay.ts';

/** A small initiative, with what only a file brings: names from the press, keys of its own. */
export const FILE = {
  initiative: { ...INITIATIVE.initiative, deadlineOn: '2027-06-30', note: 'A note.' },
  recipient: RECIPIENT,
  reported: [{ name: 'Example Daily’s Example Bank', source: 'https://press.example/1' }],
  signatories: [
    { key: 'uni', kind: 'organisation', name: 'Example University', signedOn: '2026-01-02' },
    { key: 'eli', kind: 'person', name: 'Eli Example', role: 'engineer', public: false },
  ],
  pledges: [
    {
      key: 'grant',
      signatory: 'uni',
      kind: 'funding',
      asset: 'EUR',
      amount: '40000.00',
      condition: { kind: 'threshold', metric: 'organisations', reaches: '40' },
      firm: true,
      movements: [{ verb: 'accept', occurredOn: '2026-01-05' }],
    },
    {
      key: 'taken-back',
      signatory: 'eli',
      kind: 'funding',
      asset: 'KRW',
      amount: '1000000',
      movements: [
        { verb: 'accept', occurredOn: '2026-01-06' },
        { verb: 'withdraw', occurredOn: '2026-01-07' },
      ],
    },
    {
      key: 'disputed',
      signatory: 'eli',
      kind: 'funding',
      asset: 'GBP',
      amount: '800.00',
      movements: [
        { verb: 'accept', occurredOn: '2026-01-08' },
        { verb: 'receive', amount: '700.00', occurredOn: '2026-01-09', evidence: PAYMENT },
        { verb: 'dispute', amount: '500.00', occurredOn: '2026-01-12' },
        { verb: 'win', amount: '100.00', occurredOn: '2026-01-13' },
        { verb: 'lose', amount: '60.00', occurredOn: '2026-01-14' },
      ],
    },
    {
      key: 'hours',
      signatory: 'uni',
      kind: 'compute',
      asset: 'A100',
      site: 'Bergen',
      provider: 'Example Cloud',
      source: 'bought',
      windows: { gpuHours: '5000', from: '2026-02-01', to: '2026-08-01' },
      movements: [
        { verb: 'accept', occurredOn: '2026-02-02' },
        { verb: 'commit', occurredOn: '2026-02-03', evidence: AGREEMENT },
      ],
    },
  ],
};

const VISIBILITIES: readonly Visibility[] = ['public', 'anonymous'];

/** Pledges of every visibility and in every stage, by the API as an admin. */
export async function pledgeAll(app: TestApp): Promise<void> {
  const ada = await publishedSignatory(app);
  const instalments = [
    { dueOn: '2026-03-31', amount: '400.00' },
    { dueOn: '2026-06-30', amount: '600.00' },
  ];
  for (const visibility of VISIBILITIES) {
    await fundingPledge(app, ada, { visibility, instalments, note: 'Ask us in May.' });
    await computePledge(app, ada, { visibility });
  }
  const kept = await fundingPledge(app, ada, { instalments });
  const evidence = { ...AGREEMENT, url: 'https://press.example/2', note: 'Signed in Oslo.' };
  await moved(app, kept, 'commit', { amount: '900.00', evidence });
  await moved(app, kept, 'receive', { amount: '300.00', evidence: PAYMENT });
  await moved(app, kept, 'refund', { amount: '50.00' });
  const batch = await moved(app, kept, 'receive', { amount: '100.00', evidence: PAYMENT });
  await sent(app, `/api/v1/admin/batches/${batch}/reverse`, { reason: 'Another pledge’s.' });
  const lapsed = await fundingPledge(app, ada, { asset: 'JPY', amount: '70000' });
  await moved(app, lapsed, 'lapse', { evidence: { note: 'Nothing came.' } });
  const oslo = await computePledge(app, ada, { site: 'Tromsø' });
  await moved(app, oslo, 'commit', { evidence: AGREEMENT });
  await moved(app, oslo, 'receive', {
    gpuHours: '10.25',
    evidence: { grade: 'provider-statement' },
  });
  await fundingPledge(app, ada, { accept: false, amount: '12.34' });
  const refused = await fundingPledge(app, ada, { accept: false, amount: '56.78' });
  await moved(app, refused, 'reject', { reason: 'A test.' });
}

async function moved(app: TestApp, ref: string, verb: string, body: object): Promise<string> {
  const { status, body: said } = await move(app, ref, verb, body);
  if (status >= 300) throw new Error(`${verb}: ${JSON.stringify(said)}`);
  return said.batch as string;
}

export async function sent(app: TestApp, path: string, body: object): Promise<void> {
  const reply = await app.request(path, { body });
  if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
}
