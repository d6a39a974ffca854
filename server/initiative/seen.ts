import { createHash } from 'node:crypto';
import { DomainError } from '../domain/errors.ts';

/** Another text for other content. */
export const versionOf = (content: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);

/**
 * Lets no change be made from what does not stand any more: whoever saved last would take away what
 * another admin has changed meanwhile. Who does not say what was seen is let through. Throws `conflict`.
 */
export function checkSeen(seen: string | undefined, version: string): void {
  if (seen === undefined || seen === version) return;
  throw new DomainError(
    'conflict',
    'Somebody has changed the initiative meanwhile: look at what stands now, and send it again.',
  );
}
