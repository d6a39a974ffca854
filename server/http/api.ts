import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorName, requireRight, requireSignatory, type Actor } from '../actor.ts';
import { requestKey, type Answer, type RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { RIGHTS, type Right } from '../domain/right.ts';
import { operation, type Operation } from './operation.ts';
import { parse } from './parse.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whom a bearer token names; null for one that names nobody. */
    whoHolds: (request: FastifyRequest, token: string) => Promise<Actor | null>;
  }
  interface FastifyRequest {
    /** The body as it came: what an idempotency key stands for. */
    bodyText: string;
  }
}

/**
 * Who sends a request, by its bearer token: an admin's, or a signatory's session. Another one is
 * refused (`unauthorised`), so that a mistyped token does not pass for the public. Cookies say
 * nothing here: they are for pages, whose forms are guarded.
 */
export async function actorOf(request: FastifyRequest): Promise<Actor> {
  const { authorization } = request.headers;
  if (authorization === undefined) return { kind: 'public' };
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
  const holder = token === '' ? null : await request.server.whoHolds(request, token);
  if (holder) return holder;
  throw new DomainError('unauthorised', 'This bearer token is not known.');
}

/** What a use case is given of a request. */
export interface ApiRequest<T> {
  request: FastifyRequest;
  actor: Actor;
  key: RequestKey;
  /** The Idempotency-Key as it came. */
  keyText: string;
  input: T;
  params: Record<string, string>;
}

const keyHeader = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 visible characters');

/** The request's promise to be one and the same. Throws when it has none. */
function keyTextOf(request: FastifyRequest): string {
  const header = request.headers['idempotency-key'];
  const parsed = keyHeader.safeParse(header);
  if (!parsed.success) {
    throw new DomainError(
      'idempotency-key-missing',
      'Send an Idempotency-Key header of 1 to 200 visible characters: a UUID will do.',
    );
  }
  return parsed.data;
}

/** What the document says of a POST beyond what its body, its key and its token say. */
export type PostOperation = Omit<Operation, 'access' | 'body' | 'keyed'>;

/**
 * Everybody; a signatory; a giver, or the admin who decides on what it gives; or the admins who have a
 * right.
 */
type Who = 'public' | 'signatory' | 'giver' | Right;

interface PostOptions<T> {
  schema: z.ZodType<T>;
  /** Who may ask at all. */
  who: Who;
  /** The schema, where it is another one for some: `schema` is what the document shows. */
  schemaFor?: (actor: Actor) => z.ZodType<T>;
  about: PostOperation;
}

const isRight = (who: string): who is Right => (RIGHTS as string[]).includes(who);
const accessOf = (who: Who) => (who === 'public' ? ('either' as const) : who);

/** The use case decides; asked here as well, so that a stranger is not told what a body lacks. */
function admit(actor: Actor, who: Who): void {
  if (who === 'public') return;
  if (isRight(who)) requireRight(actor, who);
  else if (who === 'giver' && actor.kind === 'admin') requireRight(actor, 'decide');
  else requireSignatory(actor);
}

/**
 * A JSON route that writes: who asks, the idempotency key, the body by its strict schema, in this
 * order; then its use case. An empty body is an empty object.
 */
export function post<T>(
  app: FastifyInstance,
  path: string,
  { schema, who, schemaFor = () => schema, about }: PostOptions<T>,
  run: (request: ApiRequest<T>) => Promise<Answer>,
): void {
  const described = operation({ ...about, access: accessOf(who), body: schema, keyed: true });
  app.post<{ Params: Record<string, string> }>(
    path,
    described,
    async (request, reply: FastifyReply) => {
      const actor = await actorOf(request);
      admit(actor, who);
      const keyText = keyTextOf(request);
      const { method, url, bodyText, params } = request;
      const key = requestKey(actorName(actor), keyText, method, url, bodyText);
      const input = parse(schemaFor(actor), request.body ?? {});
      const answer = await run({ request, actor, key, keyText, input, params });
      return reply.code(answer.status).send(answer.body);
    },
  );
}

/** JSON only: other content types are refused, and an empty body is none. */
export function registerJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.decorateRequest('bodyText', '');
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.bodyText = body as string;
    if (body === '') return done(null, undefined);
    return parseJson(request, body as string, (error, value) =>
      done(
        error && new DomainError('malformed-json', `The body isn’t valid JSON: ${error.message}`),
        value,
      ),
    );
  });
}
