import type { RequestListener } from 'node:http';
import { lookup } from 'node:dns/promises';
import { hostname } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchRates, isPrivate, lookupPublic } from '../../server/rates/fetch.ts';
import { serve, type Site } from './fixtures.ts';

const LIMITS = { timeoutMs: 10_000, maxBytes: 1_000 };
const NEVER = new AbortController().signal;

/** Machines mostly have a name of their own, at an address of their own network. */
const ownAddresses = await lookup(hostname(), { all: true }).catch(() => []);
const hasPrivateName =
  hostname() !== 'localhost' && ownAddresses.some(({ address }) => isPrivate(address));

const sites: Site[] = [];
const site = async (listener: RequestListener): Promise<Site> => {
  const opened = await serve(listener);
  sites.push(opened);
  return opened;
};
afterEach(async () => {
  for (const each of sites.splice(0)) await each.close();
});

describe('fetching', () => {
  test('brings the bytes, and tells nothing but its own name', async () => {
    const { url, requests } = await site((_request, reply) => reply.end('Date,'));
    expect((await fetchRates(url, NEVER)).toString()).toBe('Date,');
    expect(requests).toEqual([
      {
        accept: 'application/xml, text/csv, */*;q=0.1',
        'user-agent': 'Muster',
        host: new URL(url).host,
        connection: 'close',
      },
    ]);
  });

  test('may bring as much as the limit, and not a byte more', async () => {
    const { url } = await site((request, reply) => {
      reply.write('x'.repeat(999));
      reply.end(request.url === '/more' ? 'xx' : 'x');
    });
    expect(await fetchRates(url, NEVER, LIMITS)).toHaveLength(1_000);
    const more = new URL('/more', url).href;
    await expect(fetchRates(more, NEVER, LIMITS)).rejects.toThrow('sent more than 1000 bytes');
  });

  test('stops reading what never ends', async () => {
    let sent = 0;
    const { url } = await site((_request, reply) => {
      const more = () => {
        while (!reply.destroyed && reply.write('x'.repeat(65_536))) sent += 65_536;
        sent += 65_536;
      };
      reply.on('drain', more);
      more();
    });
    await expect(fetchRates(url, NEVER, LIMITS)).rejects.toThrow('sent more than');
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  test.each([301, 302, 307, 204, 206, 304, 404, 500])(
    'takes no %i for an answer',
    async (status) => {
      const other = await site((_request, reply) => reply.end('Date,'));
      const { url } = await site((_request, reply) =>
        reply.writeHead(status, { location: other.url }).end(),
      );
      await expect(fetchRates(url, NEVER)).rejects.toThrow(`answered ${status}`);
      expect(other.requests).toEqual([]);
    },
  );

  test.each<[string, RequestListener]>([
    ['says nothing', () => {}],
    ['begins and says no more', (_request, reply) => void reply.write('Date,')],
  ])('does not wait for a server that %s', async (_what, listener) => {
    const { url } = await site(listener);
    const limits = { ...LIMITS, timeoutMs: 100 };
    await expect(fetchRates(url, NEVER, limits)).rejects.toThrow('took longer than 100 ms');
  });

  test('ends at once when the server stops', async () => {
    const stopped = new AbortController();
    const { url } = await site(() => stopped.abort());
    await expect(fetchRates(url, stopped.signal)).rejects.toThrow('failed: ABORT_ERR');
  });

  test('refuses a body that was cut off', async () => {
    const { url } = await site((_request, reply) => {
      reply.writeHead(200, { 'content-length': 100 });
      reply.write('Date,', () => reply.destroy());
    });
    await expect(fetchRates(url, NEVER)).rejects.toThrow(/^the connection failed: ECONNRESET/);
  });

  test('says no more than a code of a connection that fails', async () => {
    const { url, close } = await serve(() => {});
    await close();
    await expect(fetchRates(url, NEVER)).rejects.toThrow(/^the connection failed: ECONNREFUSED$/);
  });
});

describe('a private network', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fd00::1',
    'fe80::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
  ])('has %s', (address) => {
    expect(isPrivate(address)).toBe(true);
  });

  test.each(['9.255.255.255', '172.15.255.255', '172.32.0.1', '192.0.1.1', '193.1.1.1', '2a00::1'])(
    'has not %s',
    (address) => {
      expect(isPrivate(address)).toBe(false);
    },
  );

  test.skipIf(!hasPrivateName)('is not reached by a name that points into it', async () => {
    const { url, requests } = await site((_request, reply) => reply.end('Date,'));
    const address = new URL(url);
    address.hostname = hostname();
    await expect(fetchRates(address.href, NEVER)).rejects.toThrow('is at a private address');
    expect(requests).toEqual([]);
  });

  test('is looked for among all addresses of a name', () => {
    const found = new Promise((resolve) => {
      lookupPublic('localhost', {}, (error) => resolve(error?.message));
    });
    return expect(found).resolves.toBe('localhost is at a private address');
  });
});
