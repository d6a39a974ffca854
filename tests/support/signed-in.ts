import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../server/actor.ts';
import { requestKey, type RequestKey } from '../../server/db/write.ts';
import * as schema from '../../server/db/schema.ts';
import { DomainError } from '../../server/domain/errors.ts';
import { publishedSignatory } from './actors.ts';
import type { TestApp } from './app.ts';

/** A published signatory who has proved an address, as somebody who has just signed in. */
export async function signedIn(
  app: TestApp,
  facts: { name?: string; kind?: string; public?: boolean; verifiedDomain?: string } = {},
): Promise<SignedIn> {
  const { verifiedDomain = null, ...rest } = facts;
  const signatoryId = await publishedSignatory(app, rest);
  const confirmedAt = app.clock.now;
  await app.ctx.db
    .update(schema.signatory)
    .set({ confirmedAt, verifiedDomain })
    .where(eq(schema.signatory.id, signatoryId));
  return { kind: 'signatory', signatoryId, sessionId: randomUUID(), confirmedAt };
}

/** A key that no other request has. */
export const newKey = (): RequestKey => requestKey('a test', randomUUID());

/** The refusal that a use case ends in. */
export async function refused(work: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await work.then(
    () => new Error('it was not refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw error;
}
