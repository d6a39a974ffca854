import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { FAULT_REFUSALS, type Faults } from './faults.ts';
import { paramsOf, treeOf, type Params } from './form.ts';
import { newKeys, type Answer } from './idempotency.ts';
import { actOnPage, pageFor } from './pages.ts';
import { routeOf } from './routes.ts';
import { isRefused, newId, type Refusal, type World } from './state.ts';

/** What somebody asked of the API. */
export interface Asked {
  method: string;
  path: string;
  idempotencyKey: string | null;
  /** The parameters, of a GET too. */
  body: Record<string, unknown>;
}

interface Incoming {
  method: string;
  path: string;
  key: string | null;
  params: Params;
  encoded: string;
}

const refusal = (status: number, { type = 'invalid_request_error', ...said }: Refusal): Answer => ({
  status,
  body: { error: { type, ...said } },
});

function refusalOf(error: unknown): Answer {
  if (isRefused(error)) return refusal(error.status, error.refusal);
  // What the fake itself does wrong is to be seen in the test.
  return refusal(500, { type: 'api_error', message: `the fake Stripe: ${String(error)}` });
}

async function readRequest(request: IncomingMessage): Promise<Incoming> {
  const { pathname, searchParams } = new URL(request.url!, 'http://stripe.test');
  const body = Buffer.concat(await request.toArray()).toString();
  const encoded = request.method === 'POST' ? body : searchParams.toString();
  const key = request.headers['idempotency-key'];
  return {
    method: request.method!,
    path: pathname,
    key: request.method === 'POST' && typeof key === 'string' ? key : null,
    params: paramsOf(encoded),
    encoded,
  };
}

/** Does what was asked. An error of the effect is an answer like any other: it is replayed. */
function act(world: World, id: string, { key }: Incoming, effect: () => object): Answer {
  world.request = { id, idempotency_key: key };
  try {
    return { status: 200, body: effect() };
  } catch (error) {
    return refusalOf(error);
  } finally {
    world.request = null;
  }
}

function send(response: ServerResponse, id: string, incoming: Incoming, answer: Answer): void {
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'request-id': id,
    ...(incoming.key !== null && { 'idempotency-key': incoming.key }),
    ...(answer.isReplayed && { 'idempotent-replayed': 'true' }),
  });
  response.end(JSON.stringify(answer.body, null, 2));
}

async function page(world: World, response: ServerResponse, asked: Incoming): Promise<void> {
  const shown = pageFor(world, asked.path);
  if (asked.method === 'POST' && shown.session) {
    const location = actOnPage(world, shown.session, asked.params.get('act'));
    response.writeHead(303, { location }).end();
    return;
  }
  response.writeHead(shown.status, { 'content-type': 'text/html; charset=utf-8' }).end(shown.html);
}

/** The server of the API and of the pages that a payer sees. */
export function newServer(
  world: World,
  { secretKey, faults, requests }: { secretKey: string; faults: Faults; requests: Asked[] },
): Server {
  const once = newKeys(world);

  /** What is asked for, once for each key; `before` is waited for while the key is in use. */
  async function answer(
    incoming: Incoming,
    id: string,
    before: () => Promise<unknown>,
  ): Promise<Answer> {
    const { method, path, key, params, encoded } = incoming;
    const effect = routeOf(world, method, path, params);
    return once(key, `${method} ${path}?${encoded}`, async () => {
      await before();
      return act(world, id, incoming, effect);
    });
  }

  async function api(
    request: IncomingMessage,
    response: ServerResponse,
    incoming: Incoming,
  ): Promise<void> {
    const { method, path, key, params } = incoming;
    const id = newId('req');
    requests.push({ method, path, idempotencyKey: key, body: treeOf(params) });
    const reply = (given: Answer): void => send(response, id, incoming, given);
    if (request.headers.authorization !== `Bearer ${secretKey}`) {
      reply(refusal(401, { message: 'Invalid API Key provided.' }));
      return;
    }
    const { status, cut, after, delayMs = 0 } = faults.take(method, path);
    const late = () => wait(delayMs);
    const isLost = cut === true || status !== undefined;
    let given: Answer | null = null;
    if (after || !isLost)
      given = await answer(incoming, id, after ? async () => {} : late).catch(refusalOf);
    if (after || isLost) await late();
    if (cut) request.socket.destroy();
    else reply(status ? refusal(status, FAULT_REFUSALS[status]) : given!);
  }

  return createServer((request, response) => {
    const serve = async (): Promise<void> => {
      const incoming = await readRequest(request);
      await (incoming.path.startsWith('/v1/')
        ? api(request, response, incoming)
        : page(world, response, incoming));
    };
    serve().catch((error: unknown) => response.destroy(error as Error));
  });
}
