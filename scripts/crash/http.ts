import { setTimeout as sleep } from 'node:timers/promises';
import type { Body } from './story.ts';

export interface Request {
  key: string;
  path: string;
  body: Body;
}

/** An answer that settles what became of a request: an acknowledgement, or a refusal. */
export interface Answer {
  request: Request;
  status: number;
  body: Body;
}

const PATIENCE_MS = 30_000;

/** No settled answer: to send the same again, with its key, is what the API asks for here. */
const isUnsettled = (status: number, body: Body): boolean =>
  status >= 500 || body['type'] === 'urn:muster:problem:still-running';

/** Sends a request; null when it is unknown what became of it. */
export async function post(
  url: string,
  token: string,
  request: Request,
  cutAfterMs = PATIENCE_MS,
): Promise<Answer | null> {
  try {
    const response = await fetch(url + request.path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': request.key,
      },
      body: JSON.stringify(request.body),
      signal: AbortSignal.timeout(cutAfterMs),
    });
    const body = (await response.json()) as Body;
    return isUnsettled(response.status, body) ? null : { request, status: response.status, body };
  } catch {
    return null;
  }
}

/** The body of a 2xx answer; null when there is none. */
export async function read(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await response.text();
    return response.ok ? text : null;
  } catch {
    return null;
  }
}

export const isAlive = async (url: string): Promise<boolean> =>
  (await read(`${url}/healthz`)) !== null;

/** Sends until the answer is settled; null when the server has gone, or patience is at its end. */
export async function postUntilSettled(
  url: string,
  token: string,
  request: Request,
): Promise<Answer | null> {
  const end = Date.now() + PATIENCE_MS;
  do {
    const answer = await post(url, token, request);
    if (answer) return answer;
    await sleep(20);
  } while (Date.now() < end && (await isAlive(url)));
  return null;
}

/**
 * Whether a request has landed, asked without sending it: its key with another request, one that
 * cannot succeed, is refused as used before (422) or as what it is (404). Null when the server
 * has gone.
 */
export async function hasLanded(url: string, token: string, key: string): Promise<boolean | null> {
  const path = '/api/v1/admin/batches/NONE/reverse';
  const answer = await postUntilSettled(url, token, { key, path, body: { reason: 'a probe' } });
  return answer && answer.status === 422;
}
