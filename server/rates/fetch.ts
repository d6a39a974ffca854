import { lookup } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isLoopback } from '../config.ts';
import { MAX_RATES_BYTES } from './file.ts';

interface FetchLimits {
  timeoutMs: number;
  maxBytes: number;
}

const LIMITS: FetchLimits = { timeoutMs: 10_000, maxBytes: MAX_RATES_BYTES };

/** The message says why nothing was fetched, and nothing about our own network. */
export class FetchFailed extends Error {}

export const isPrivate = (address: string): boolean =>
  ipaddr.process(address).range() !== 'unicast';

/** For the connection itself: the name server can't answer differently between check and use. */
export const lookupPublic: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, '');
    const hidden = found.find(({ address }) => isPrivate(address));
    if (hidden) return answer(new FetchFailed(`${hostname} is at a private address`), '');
    return options.all ? answer(null, found) : answer(null, found[0]!.address, found[0]!.family);
  });
};

/** Follows no redirects, and no name into a private network but a configured loopback. Throws `FetchFailed`. */
export async function fetchRates(
  address: string,
  stopped: AbortSignal,
  { timeoutMs, maxBytes }: FetchLimits = LIMITS,
): Promise<Buffer> {
  const { protocol, hostname } = new URL(address);
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  // An IP address is not looked up, so it is checked here.
  if (!isLoopback(hostname) && isIP(literal) > 0 && isPrivate(literal)) {
    throw new FetchFailed(`${hostname} is a private address`);
  }
  const late = AbortSignal.timeout(timeoutMs);
  const options = {
    signal: AbortSignal.any([late, stopped]),
    headers: { accept: 'application/xml, text/csv, */*;q=0.1', 'user-agent': 'Muster' },
    agent: false as const,
    ...(!isLoopback(hostname) && { lookup: lookupPublic }),
  };
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const get = protocol === 'https:' ? getHttps : getHttp;
      get(address, options, resolve).once('error', reject);
    });
    return await bodyOf(response, maxBytes);
  } catch (error) {
    if (error instanceof FetchFailed) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'no code';
    const why = late.aborted
      ? `took longer than ${timeoutMs} ms`
      : `the connection failed: ${code}`;
    throw new FetchFailed(why, { cause: error });
  }
}

async function bodyOf(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    if (response.statusCode !== 200) throw new FetchFailed(`answered ${response.statusCode}`);
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new FetchFailed(`sent more than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}
