import { randomInt, randomUUID } from 'node:crypto';

export type Body = Record<string, unknown>;

/** Sends a request and answers only once it is acknowledged, whatever crashes in between. */
export type Send = (path: string, body: Body) => Promise<Body>;

/** One signatory from its signature to the first part of what it gives: six requests. */
export async function tellStory(send: Send): Promise<void> {
  const name = `Signatory ${randomUUID()}`;
  const email = `${randomUUID()}@example.org`;
  const signatory = { kind: 'organisation', name, email, public: true };
  const { id } = await send('/api/v1/signatories', signatory);
  await send(`/api/v1/admin/signatories/${id as string}/publish`, {});
  const { pledge, commit, receive } = randomInt(2) === 0 ? funding() : compute();
  const { ref } = await send('/api/v1/pledges', { ...pledge, signatory: id });
  const at = `/api/v1/admin/pledges/${ref as string}`;
  // A day of the bundled rates: on later ones a rate may be too old to be used unasked.
  await send(`${at}/accept`, { occurredOn: '2026-04-13' });
  await send(`${at}/commit`, { ...commit, evidence: { grade: 'signed-agreement' } });
  await send(`${at}/receive`, receive);
}

const CURRENCIES = [
  { asset: 'USD', digits: 2 },
  { asset: 'EUR', digits: 2 },
  { asset: 'KRW', digits: 0 },
];

function funding(): Record<'pledge' | 'commit' | 'receive', Body> {
  const { asset, digits } = CURRENCIES[randomInt(CURRENCIES.length)]!;
  const amount = (value: number): string => value.toFixed(digits);
  const whole = randomInt(1_000, 1_000_000);
  const committed = randomInt(1, whole);
  return {
    pledge: { kind: 'funding', asset, amount: amount(whole) },
    commit: { amount: amount(committed) },
    // Up to the whole: it may take from what is committed and then from what is promised.
    receive: { amount: amount(randomInt(1, whole)), evidence: { grade: 'payment' } },
  };
}

function compute(): Record<'pledge' | 'commit' | 'receive', Body> {
  const gpus = randomInt(2, 1_000);
  const days = { from: '2026-01-01', to: '2026-07-01' };
  const site = `Site ${randomInt(5)}`;
  return {
    pledge: { kind: 'compute', asset: 'H100-SXM', site, windows: [{ gpus, ...days }] },
    commit: { windows: [{ gpus: randomInt(1, gpus), ...days }] },
    receive: { gpuHours: `${randomInt(1, gpus)}.50`, evidence: { grade: 'provider-statement' } },
  };
}
