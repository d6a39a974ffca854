import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a proxy or a client may call its request: nothing that could break a log's line, or fill it. */
const GIVEN = /^[\x21-\x7e]{1,64}$/;

/** The id of a request: the one that it came with (`X-Request-Id`), or else a new one. */
export function requestIdOf({ headers }: { headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
}
