import { afterEach, describe, expect, test } from 'vitest';
import { createDailyRates, expectedRateOn } from '../../server/rates/daily.ts';
import { ECB_URL } from '../../server/rates/fetching.ts';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { serve, xml, type Site } from './fixtures.ts';

const MONDAY_EVENING = new Date('2026-11-23T16:00:00Z');
const MONDAY = { '2026-11-20': { USD: '1.15' }, '2026-11-23': { USD: '1.16' } };

describe('rates are expected', () => {
  test.each([
    ['in the afternoon, of the day', '2026-11-23T15:15:00Z', '2026-11-23'],
    ['before it, of the day before', '2026-11-24T15:14:59Z', '2026-11-23'],
    ['on a Saturday, of Friday', '2026-11-21T20:00:00Z', '2026-11-20'],
    ['on a Sunday, of Friday', '2026-11-22T20:00:00Z', '2026-11-20'],
    ['on a Monday morning, of Friday', '2026-11-23T08:00:00Z', '2026-11-20'],
    ['over a New Year', '2027-01-01T08:00:00Z', '2026-12-31'],
  ])('%s', (_what, now, day) => {
    expect(expectedRateOn(new Date(now))).toBe(day);
  });
});

describe('the daily job', () => {
  const opened: (TestApp | Site)[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0).toReversed()) await each.close();
  });
  const open = async <T extends TestApp | Site>(starting: Promise<T>): Promise<T> => {
    const each = await starting;
    opened.push(each);
    return each;
  };
  const appAt = async (url: string, options: Parameters<typeof startApp>[0] = {}) => {
    const app = await open(startApp({ ...options, env: { RATES_URL: url } }));
    app.clock.now = MONDAY_EVENING;
    return app;
  };
  const warningsOf = async (app: TestApp): Promise<string[]> =>
    (await app.request('/readyz')).body.warnings.filter((line: string) => line.includes('rates'));

  test('fetches what is due, once', async () => {
    const site = await open(serve((_request, reply) => reply.end(xml(MONDAY))));
    const app = await appAt(site.url);
    expect(await warningsOf(app)).toEqual(['The newest reference rates are of 2026-04-13.']);
    await app.rates.turn();
    expect(await warningsOf(app)).toEqual([]);
    await app.rates.turn();
    expect(site.requests).toHaveLength(1);
    app.clock.now = new Date('2026-11-24T16:00:00Z');
    await app.rates.turn();
    expect(site.requests).toHaveLength(2);
    expect(await warningsOf(app)).toEqual([]);
  });

  test('fetches at its start', async () => {
    const asked = Promise.withResolvers<void>();
    const site = await open(
      serve((_request, reply) => {
        reply.end(xml(MONDAY));
        asked.resolve();
      }),
    );
    (await appAt(site.url)).rates.start();
    await asked.promise;
  });

  test('runs on one of the replicas that start together', async () => {
    const both = Promise.withResolvers<void>();
    const site = await open(
      serve((_request, reply) => void both.promise.then(() => reply.end(xml(MONDAY)))),
    );
    const app = await appAt(site.url);
    const other = await appAt(site.url, { besides: app });
    const third = await appAt(site.url, { besides: app });
    const first = app.rates.turn();
    // While one waits for its answer, the others find the lock taken.
    while (site.requests.length === 0) await new Promise(setImmediate);
    await other.rates.turn();
    await third.rates.turn();
    both.resolve();
    await first;
    await other.rates.turn();
    expect(site.requests).toHaveLength(1);
    expect([await warningsOf(app), await warningsOf(other)]).toEqual([[], []]);
  });

  test('does not hold up the trial database while a server is slow', async () => {
    const asked = Promise.withResolvers<void>();
    const slow = Promise.withResolvers<void>();
    const site = await open(
      serve((_request, reply) => {
        asked.resolve();
        void slow.promise.then(() => reply.end(xml(MONDAY)));
      }),
    );
    const app = await appAt(site.url, { engine: 'embedded' });
    const turn = app.rates.turn();
    await asked.promise;
    expect((await app.request('/readyz')).status).toBe(200);
    slow.resolve();
    await turn;
    expect(await warningsOf(app)).toEqual([]);
  }, 60_000);

  test.each<[string, string, RegExp]>([
    ['a page', '<!doctype html><p>Sorry', /: file: must be the ECB’s CSV or XML$/],
    ['half a file', xml(MONDAY).slice(0, -30), /: file: line \d+: /],
    [
      'another figure than the one that is there',
      xml({ '2026-04-13': { USD: '9' } }),
      /USD on 2026-04-13 is 9 in the file, but 1.1684 here/,
    ],
  ])(
    'that gets %s leaves the rates as they are, warns, and tries again',
    async (_what, text, why) => {
      let answer = text;
      const site = await open(serve((_request, reply) => reply.end(answer)));
      const app = await appAt(site.url);
      await app.rates.turn();
      expect(await warningsOf(app)).toEqual([
        'The newest reference rates are of 2026-04-13.',
        expect.stringMatching(why),
      ]);
      answer = xml(MONDAY);
      await app.rates.turn();
      expect(await warningsOf(app)).toEqual([]);
    },
  );

  test('tells the public nothing of a database that fails', async () => {
    const site = await open(serve((_request, reply) => reply.end(xml(MONDAY))));
    const app = await appAt(site.url);
    await app.database!.asOwner('REVOKE INSERT ON reference_rate FROM muster_app');
    await app.rates.turn();
    expect(await warningsOf(app)).toContain('The reference rates couldn’t be fetched: see the log');
  });

  test('ends with the server, whatever it waits for', async () => {
    const asked = Promise.withResolvers<void>();
    const site = await open(serve(() => asked.resolve()));
    const app = await startApp({ env: { RATES_URL: site.url } });
    app.clock.now = MONDAY_EVENING;
    app.rates.start();
    await asked.promise;
    await app.close();
    expect(app.rates.failure()).toBeNull();
  });

  describe('by the initiative’s setting', () => {
    const turnOf = async (fetchRates: boolean | undefined, env: Record<string, string> = {}) => {
      const site = await open(serve((_request, reply) => reply.end(xml(MONDAY))));
      const initiative = { ...INITIATIVE, initiative: { ...INITIATIVE.initiative, fetchRates } };
      const app = await open(startApp({ initiative, env }));
      app.clock.now = MONDAY_EVENING;
      const quiet = { info: () => {}, warn: () => {} };
      await createDailyRates(app.ctx, quiet, site.url).turn();
      return { site, app };
    };

    test('fetches the European Central Bank’s rates where it is on', async () => {
      const { site, app } = await turnOf(true);
      expect(site.requests).toHaveLength(1);
      expect(await warningsOf(app)).toEqual([]);
    });

    test.each<[string, boolean | undefined, Record<string, string>]>([
      ['it is off', false, {}],
      ['nobody has said', undefined, {}],
      ['RATES_URL is off', true, { RATES_URL: 'off' }],
    ])('sends nothing out where %s', async (_what, fetchRates, env) => {
      expect((await turnOf(fetchRates, env)).site.requests).toEqual([]);
    });

    test('goes to RATES_URL where that is set, whatever the setting', async () => {
      const other = await open(serve((_request, reply) => reply.end(xml(MONDAY))));
      const { site } = await turnOf(false, { RATES_URL: other.url });
      expect([site.requests.length, other.requests.length]).toEqual([0, 1]);
    });

    test('is the bank’s own address', () => {
      expect(ECB_URL).toBe('https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml');
    });
  });

  test('sends nothing out without an address', async () => {
    const app = await open(startApp());
    app.clock.now = MONDAY_EVENING;
    app.rates.start();
    await app.rates.turn();
    expect(await warningsOf(app)).toEqual(['The newest reference rates are of 2026-04-13.']);
  });
});
