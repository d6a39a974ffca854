import { expect } from 'vitest';
import type { TestApp } from './app.ts';

/** A published signatory: Ada unless another one is named. Returns the id. */
export async function publishedSignatory(
  app: TestApp,
  facts: { name?: string; kind?: string; public?: boolean } = {},
): Promise<string> {
  const { name = 'Ada Example', kind = 'person', public: isPublic = true } = facts;
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}x@example.org`;
  const signed = await app.request('/api/v1/signatories', {
    body: { kind, name, email, public: isPublic },
  });
  expect(signed.status).toBe(201);
  const { id } = signed.body as { id: string };
  const published = await app.request(`/api/v1/admin/signatories/${id}/publish`, { body: {} });
  expect(published.status).toBe(201);
  return id;
}

/** A pledge of money by `signatory`, accepted unless it is to stay pending. Returns its reference. */
export async function fundingPledge(
  app: TestApp,
  signatory: string,
  facts: { asset?: string; amount?: string; accept?: boolean; [more: string]: unknown } = {},
): Promise<string> {
  const { accept = true, ...rest } = facts;
  return logPledge(app, accept, {
    signatory,
    kind: 'funding',
    asset: 'USD',
    amount: '1000.00',
    ...rest,
  });
}

/** A pledge of 512 H100 in Oslo for March to December 2026. Returns its reference. */
export async function computePledge(
  app: TestApp,
  signatory: string,
  facts: { accept?: boolean; [more: string]: unknown } = {},
): Promise<string> {
  const { accept = true, ...rest } = facts;
  return logPledge(app, accept, {
    signatory,
    kind: 'compute',
    asset: 'H100-SXM',
    site: 'Oslo',
    windows: [{ gpus: 512, from: '2026-03-01', to: '2026-12-01' }],
    ...rest,
  });
}

async function logPledge(
  app: TestApp,
  accept: boolean,
  body: { visibility?: unknown; useRateOf?: string; [more: string]: unknown },
): Promise<string> {
  const { useRateOf, ...sent } = body;
  const logged = await app.request('/api/v1/pledges', { body: sent });
  expect(logged.body).toMatchObject({ status: 'pending' });
  const { ref } = logged.body as { ref: string };
  if (accept) {
    const alone = body.visibility === 'anonymous';
    const accepted = await move(app, ref, 'accept', {
      ...(alone && { alone }),
      ...(useRateOf && { useRateOf }),
    });
    expect(accepted.status).toBe(201);
  }
  return ref;
}

/** One admin verb on a pledge. */
export const move = (app: TestApp, ref: string, verb: string, body: unknown = {}) =>
  app.request(`/api/v1/admin/pledges/${ref}/${verb}`, { body });

export const AGREEMENT = { grade: 'signed-agreement' };
export const PAYMENT = { grade: 'payment' };
