import { randomInt, randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { hasLanded, post, postUntilSettled, read, type Answer, type Request } from './http.ts';
import { tellStory, type Body } from './story.ts';

/** A request without an acknowledgement: it may have landed, and it may not. */
interface Pending {
  request: Request;
  resolve: (body: Body) => void;
  reject: (error: Error) => void;
}

/** What the clients have seen, all of it from outside the system. */
export interface Seen {
  acknowledged: Answer[];
  retried: number;
  /** Of the retried ones, those whose first sending had landed unacknowledged. */
  landed: number;
  /** Signed checkpoints that were served: promises too. */
  notes: Set<string>;
  violations: string[];
}

/** Clients that write at once, each its own stories, and what they keep outside the system. */
export interface Clients {
  token: string;
  /** Each request, written down before it is sent. */
  intentsFile: string;
  /** Each acknowledgement, for `verify --acks`. */
  acksFile: string;
  seen: Seen;
  pending: Map<string, Pending>;
  underWay: Set<Promise<void>>;
  /** Opens with the address of a server to write to. */
  gate: PromiseWithResolvers<string>;
  isHeld: boolean;
  isLast: boolean;
  ended: Promise<unknown>;
}

const CLIENTS = 8;
const REPEATED = 16;
/** One request in so many is cut off by its client, perhaps after the commit. */
const CUT_ONE_IN = 50;
const CUT_AFTER_MS = [1, 40] as const;
const LAST_STORIES_MS = 60_000;

export function openClients(files: Pick<Clients, 'token' | 'intentsFile' | 'acksFile'>): Clients {
  const clients: Clients = {
    ...files,
    seen: { acknowledged: [], retried: 0, landed: 0, notes: new Set(), violations: [] },
    pending: new Map(),
    underWay: new Set(),
    gate: Promise.withResolvers(),
    isHeld: true,
    isLast: false,
    ended: Promise.resolve(),
  };
  clients.ended = Promise.all(Array.from({ length: CLIENTS }, () => tellStories(clients)));
  return clients;
}

async function tellStories(clients: Clients): Promise<void> {
  while (!clients.isLast) {
    // What was refused is in the list of violations; the client goes on with another story.
    await tellStory((path, body) => send(clients, path, body)).catch(() => {});
  }
}

/** Sends a request that is written down first; settles once it is acknowledged or refused. */
async function send(clients: Clients, path: string, body: Body): Promise<Body> {
  const url = await clients.gate.promise;
  const request = { key: randomUUID(), path, body };
  const { promise, resolve, reject } = Promise.withResolvers<Body>();
  clients.pending.set(request.key, { request, resolve, reject });
  appendFileSync(clients.intentsFile, `${JSON.stringify(request)}\n`);
  const isCut = !clients.isLast && randomInt(CUT_ONE_IN) === 0;
  const cutAfterMs = isCut ? randomInt(...CUT_AFTER_MS) : undefined;
  track(
    clients,
    post(url, clients.token, request, cutAfterMs).then((answer) => settle(clients, answer)),
  );
  return promise;
}

function track({ underWay }: Clients, work: Promise<void>): void {
  underWay.add(work);
  void work.finally(() => underWay.delete(work));
}

/** Notes an answer and lets its client go on; without one, the request stays pending. */
function settle({ pending, seen, acksFile }: Clients, answer: Answer | null): void {
  if (!answer) return;
  const { request, status, body } = answer;
  const { resolve, reject } = pending.get(request.key)!;
  pending.delete(request.key);
  if (status >= 300) {
    const what = `${request.path}: ${status} ${String(body['detail'])}`;
    seen.violations.push(`refused: ${what}`);
    reject(new Error(what));
    return;
  }
  appendFileSync(acksFile, `${JSON.stringify({ key: request.key, body })}\n`);
  seen.acknowledged.push(answer);
  resolve(body);
}

/** Lets the clients write to a server, and keeps every checkpoint that it serves. */
export function write(clients: Clients, url: string): void {
  clients.isHeld = false;
  track(clients, watch(clients, url));
  clients.gate.resolve(url);
}

async function watch(clients: Clients, url: string): Promise<void> {
  while (!clients.isHeld) {
    const note = await read(`${url}/log/checkpoint`);
    if (note !== null) clients.seen.notes.add(note);
    await sleep(20);
  }
}

/** Holds the clients back; done when nothing is under way, so that what is pending is known. */
export async function hold(clients: Clients): Promise<void> {
  clients.isHeld = true;
  clients.gate = Promise.withResolvers();
  while (clients.underWay.size > 0) await Promise.all(clients.underWay);
}

/** Sends what is pending once more, until it is acknowledged; it stays if the server goes. */
export async function retry(clients: Clients, url: string): Promise<void> {
  const { pending, token, seen } = clients;
  const retryOne = async ({ request }: Pending): Promise<void> => {
    const landed = await hasLanded(url, token, request.key);
    const answer = landed === null ? null : await postUntilSettled(url, token, request);
    if (!answer) return;
    settle(clients, answer);
    seen.retried += 1;
    if (landed) seen.landed += 1;
  };
  await Promise.all([...pending.values()].map(retryOne));
}

const text = (answer: Answer | null): string =>
  answer ? `${answer.status} ${JSON.stringify(answer.body)}` : 'none';

/** Sends the newest acknowledged requests once more: the answers must be the known ones. */
export async function repeat({ seen, token }: Clients, url: string): Promise<void> {
  const newest = seen.acknowledged.slice(-REPEATED);
  await Promise.all(
    newest.map(async (known) => {
      const { key, path } = known.request;
      // Sent again, a lost one would land now, and perhaps with the same answer.
      if ((await hasLanded(url, token, key)) === false) {
        seen.violations.push(`lost: ${path}: ${text(known)}`);
        return;
      }
      const answer = await postUntilSettled(url, token, known.request);
      if (isDeepStrictEqual(answer, known)) return;
      seen.violations.push(`another answer: ${path}: first ${text(known)}, then ${text(answer)}`);
    }),
  );
}

/** Lets each client end its story, so that nothing is left half told. */
export async function finish(clients: Clients, url: string): Promise<void> {
  const { seen, pending } = clients;
  clients.isLast = true;
  write(clients, url);
  await Promise.race([clients.ended, sleep(LAST_STORIES_MS, undefined, { ref: false })]);
  await hold(clients);
  for (const { request } of pending.values()) {
    seen.violations.push(`never acknowledged: ${request.path}`);
  }
}
