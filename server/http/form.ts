import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError, fieldError } from '../domain/errors.ts';
import { isStorable, UNSTORABLE_MESSAGE } from './text.ts';

/** Two texts of 2,000 characters in any script, encoded, and all else that a form of ours asks for. */
const FORM_LIMIT_BYTES = 64 * 1024;

/** Takes forms, and nothing else, in `scope`; its siblings keep their JSON. */
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
    done(new DomainError('foreign-origin', 'This form was sent from another site.'));
  });
}

/**
 * Whether a page of ours sent it. Our pages send no referrer, so browsers name their origin "null"
 * and only `Sec-Fetch-Site` tells (Fetch, "append a request Origin header"); older ones lack that.
 */
function isOwn({ headers }: FastifyRequest, origin: string): boolean {
  const { origin: from = 'null', 'sec-fetch-site': site } = headers;
  if (from !== 'null' && from !== origin) return false;
  return site === undefined ? from === origin : site === 'same-origin';
}

/**
 * The fields of a form, trimmed. Throws `invalid-input` for a field that is not
 * one of `names`, for one that is there twice, and for one that cannot be stored: no page of ours sends them.
 */
export function readForm(body: unknown, names: readonly string[]): Map<string, string> {
  const fields = body instanceof URLSearchParams ? body : new URLSearchParams();
  const read = new Map<string, string>();
  for (const [name, value] of fields) {
    if (!names.includes(name)) throw fieldError(name, 'is not a known field');
    if (read.has(name)) throw fieldError(name, 'is there twice');
    if (!isStorable(value)) throw fieldError(name, UNSTORABLE_MESSAGE);
    read.set(name, value.trim());
  }
  return read;
}
