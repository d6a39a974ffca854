import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { actorName, requireRight, requireSignatory, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { requestKey, type Answer, type RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { RIGHTS, type Right } from '../domain/right.ts';
import { say } from '../domain/say.ts';
import type { UseCase, UseCaseOn } from '../use-case.ts';
import { operation, type Operation } from './operation.ts';
import { parse } from './parse.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Null for a token that names nobody. */
    whoHolds: (request: FastifyRequest, token: string) => Promise<Actor | null>;
  }
  interface FastifyRequest {
    /** As received: what an idempotency key is for. */
    bodyText: string;
  }
}

/** By its bearer token; `unauthorised` for an unknown one. Cookies don't count: they are for pages. */
export async function actorOf(request: FastifyRequest): Promise<Actor> {
  const { authorization } = request.headers;
  if (authorization === undefined) return { kind: 'public' };
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
  const holder = token === '' ? null : await request.server.whoHolds(request, token);
  if (holder) return holder;
  throw new DomainError('unauthorised', say().http.unknownToken);
}

export interface ApiRequest<T> {
  request: FastifyRequest;
  actor: Actor;
  key: RequestKey;
  keyText: string;
  input: T;
  params: Record<string, string>;
}

function keyTextOf({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new DomainError('idempotency-key-missing', say().http.keyMissing);
}

export type PostOperation = Omit<Operation, 'access' | 'body' | 'keyed'>;

/** `giver`: or an admin who may decide on pledges. */
type Who = 'public' | 'signatory' | 'giver' | Right;

interface PostOptions<T> {
  schema: z.ZodType<T>;
  who: Who;
  /** Where some actors have another schema than the document shows. */
  schemaFor?: (actor: Actor) => z.ZodType<T>;
  about: PostOperation;
}

const isRight = (who: string): who is Right => (RIGHTS as string[]).includes(who);
const accessOf = (who: Who) => (who === 'public' ? ('either' as const) : who);

/** Before the body's check, so that a stranger isn't told what it lacks. The use case decides. */
function admit(actor: Actor, who: Who): void {
  if (who === 'public') return;
  if (isRight(who)) requireRight(actor, who);
  else if (who === 'giver' && actor.kind === 'admin') requireRight(actor, 'decide');
  else requireSignatory(actor);
}

/** Checks who asks, the key and the body, in this order. An empty body is an empty object. */
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

/** Each runs a use case. */
export const postsOf =
  (app: FastifyInstance, ctx: Context, who: Who, at: string) =>
  <T>(path: string, schema: z.ZodType<T>, about: PostOperation, run: UseCase<T>): void =>
    post(app, at + path, { who, schema, about }, ({ actor, key, input }) =>
      run(ctx, actor, key, input),
    );

/** The same about one thing, whose reference or id `idOf` takes from the path. */
export const postsOn =
  (
    app: FastifyInstance,
    ctx: Context,
    who: Who,
    at: string,
    idOf: (params: Record<string, string>) => string,
  ) =>
  <T>(path: string, schema: z.ZodType<T>, about: PostOperation, run: UseCaseOn<T>): void =>
    post(app, at + path, { who, schema, about }, ({ actor, key, params, input }) =>
      run(ctx, actor, key, idOf(params), input),
    );

export function registerJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.decorateRequest('bodyText', '');
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.bodyText = body as string;
    if (body === '') return done(null, undefined);
    return parseJson(request, body as string, (error, value) =>
      done(error && new DomainError('malformed-json', say().http.notJson(error.message)), value),
    );
  });
}
