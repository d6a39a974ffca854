import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { isStorable } from './text.ts';

/** Room for two texts of 2,000 characters in any script, encoded. */
const FORM_LIMIT_BYTES = 64 * 1024;

export function acceptForms(scope: FastifyInstance, baseUrl: string): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_LIMIT_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(body as string)),
  );
  const { origin } = new URL(baseUrl);
  scope.addHook('onRequest', (request, _reply, done) => {
    if (request.method !== 'POST' || isOwn(request, origin)) return done();
    done(new DomainError('foreign-origin', say().http.foreignForm));
  });
}

/** Our pages send no referrer, so browsers send the origin "null"; `Sec-Fetch-Site`, which old ones lack, tells. */
function isOwn({ headers }: FastifyRequest, origin: string): boolean {
  const { origin: from = 'null', 'sec-fetch-site': site } = headers;
  if (from !== 'null' && from !== origin) return false;
  return site === undefined ? from === origin : site === 'same-origin';
}

/** Trimmed. Throws `invalid-input` for fields that are unknown, twice there, or not storable. */
export function readForm(body: unknown, names: readonly string[]): Map<string, string> {
  const fields = body instanceof URLSearchParams ? body : new URLSearchParams();
  const read = new Map<string, string>();
  for (const [name, value] of fields) {
    if (!names.includes(name)) throw fieldError(name, say().http.unknownField);
    if (read.has(name)) throw fieldError(name, say().http.twice);
    if (!isStorable(value)) throw fieldError(name, say().http.unstorable);
    read.set(name, value.trim());
  }
  return read;
}
