import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { NOTICE_VERSION } from '../../server/domain/signatory.ts';
import { initiativeFile } from '../../server/import/file.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { progressOf, startApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';

const example = async (name: string) =>
  JSON.parse(await readFile(join(PROJECT_ROOT, 'examples', name), 'utf8'));

/** After the last day of the demonstration. */
const NOW = new Date('2026-11-24T12:00:00Z');

describe('the examples', () => {
  test('demo.json has 42 pledges in six currencies and four GPU models, in every stage', async () => {
    const demo = await startApp({ initiative: null });
    demo.clock.now = NOW;
    const file = await example('demo.json');
    const reply = await demo.request('/api/v1/admin/import', { body: file });
    expect(reply.body.pledges).toEqual({ added: 42, skipped: 0 });
    const assets: string[] = file.pledges.map(({ asset }: { asset: string }) => asset);
    const currencies = new Set(assets.filter((asset) => asset.length === 3));
    const gpus = new Set(assets.filter((asset) => asset.length > 3));
    expect([currencies.size, gpus.size]).toEqual([6, 4]);
    const { funding } = await progressOf(demo);
    for (const [stage, amount] of Object.entries(funding))
      expect([stage, amount]).not.toContain('0.00');
    await checkLedger(demo);
    await demo.close();
  });

  test('atom.json has its targets, no entry but them, and takes no signature', async () => {
    const atom = await startApp({ initiative: await example('atom.json') });
    const progress = await progressOf(atom);
    expect(progress).toMatchObject({
      asOf: { size: 1 },
      funding: { target: '100000000.00', secured: '0.00' },
      compute: { targetGpus: 10_000, gpuHours: { target: null } },
      signatories: { published: 0, organisations: 0 },
    });
    const page = await atom.request('/', { token: false });
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    for (const text of [
      'An independent record of press reports. Not run by, and not raising money for, the ATOM Project.',
      'Bill Gurley',
      'Washington Post, as reported by Global Economic (g-enews.com)',
    ]) {
      expect(page.body).toContain(text);
    }
    const dee = { kind: 'person', name: 'Dee Example', email: 'dee@example.org', public: true };
    for (const token of [false, undefined] as const) {
      const signed = await atom.request('/api/v1/signatories', {
        body: token === false ? { ...dee, adult: true, notice: NOTICE_VERSION } : dee,
        ...(token === false && { token }),
      });
      expect(signed).toMatchObject({ status: 403, body: { type: 'urn:muster:problem:closed' } });
    }
    await atom.close();
  });

  test('bloom.json has the hours that were used, without a target', async () => {
    const bloom = await startApp({ initiative: await example('bloom.json') });
    const { compute } = await progressOf(bloom);
    expect(compute).toMatchObject({
      targetGpus: null,
      gpusSecured: { allSites: 0, largestSite: 0, from: null },
      gpuHours: { target: null, delivered: '3318811.82', secured: '4070000.00' },
    });
    expect((await bloom.request('/', { token: false })).body).toContain('1,251,068.80');
    const page = await bloom.request('/compute', {
      token: false,
      headers: { accept: 'text/html' },
    });
    const text = String(page.body)
      .replaceAll(/<\/?bdi[^>]*>/g, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    // 1,251,068.80 × 312 ÷ 989.4 and 2,067,743.02 × 125 ÷ 989.4, beside what of the grants was not used.
    for (const figures of [
      'A100 1,251,068.80 394,515 H100e 248,931.20 78,498 H100e 0',
      'V100 2,067,743.02 261,236 H100e 502,256.98 63,454 H100e 0',
      'All models 3,318,811.82 655,752 H100e 751,188.18 141,953 H100e 0',
    ]) {
      expect(text).toContain(figures);
    }
    await bloom.close();
  });

  test('initiative.schema.json is the schema that the import uses', async () => {
    const made = z.toJSONSchema(initiativeFile, { io: 'input' });
    await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(
      join(PROJECT_ROOT, 'examples/initiative.schema.json'),
    );
  });
});
