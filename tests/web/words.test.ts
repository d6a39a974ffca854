import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { say } from '../../server/domain/say.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { ExportsView } from '../../web/desk/exports/page.tsx';
import { renderAtDesk, type DeskFrame } from '../../web/desk/frame.tsx';
import { renderHome } from '../../web/pages/home.tsx';
import { en } from '../../web/messages/en.ts';
import { speaking, t, type Words } from '../../web/words.ts';
import { demo } from './fixtures-demo.ts';

type Mark = (text: string) => string;

/** The catalogue with every text marked, those that functions make as well. */
function marked(words: unknown, mark: Mark): unknown {
  if (typeof words === 'string') return mark(words);
  if (typeof words === 'function') {
    return (...args: unknown[]): unknown =>
      marked((words as (...of: unknown[]) => unknown)(...args), mark);
  }
  if (Array.isArray(words)) return words.map((each) => marked(each, mark));
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, of]) => [key, marked(of, mark)]));
}

const SHOUTED = marked(en, (text) => text.toUpperCase()) as Words;

const frame: DeskFrame = {
  path: '/admin/exports',
  baseUrl: 'HTTPS://MUSTER.EXAMPLE',
  trial: false,
  testMoney: false,
  canSetUp: false,
  initiative: { name: 'ATLAS', closed: false, unlisted: false, demonstration: false, look: null },
  contact: null,
  admin: { name: 'CY', role: 'owner' },
  rights: ['view', 'decide', 'record', 'refund', 'export', 'manage'],
  waiting: 0,
  unsettled: 0,
  done: null,
  keys: { csrf: '1', key: '2' },
};

const textOf = (html: string): string =>
  html
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&\w+;/g, '');

const files = globSync('{server,web}/**/*.{ts,tsx}', { cwd: PROJECT_ROOT });

describe('words', () => {
  it('all come from the catalogue that the page is rendered with', () => {
    const page = speaking(SHOUTED, () => renderAtDesk(frame, ExportsView, {}));
    expect(textOf(page)).toContain('EXPORTS');
    expect(textOf(page)).not.toMatch(/[a-z]/);
  });

  it('include what refusals say', () => {
    expect(en.refusals).toBe(say());
  });

  it('are English again afterwards, even if rendering fails', () => {
    const plain = renderHome(demo);
    const fail = (): string => {
      throw new Error(t.nav.givers);
    };
    expect(() => speaking(SHOUTED, fail)).toThrow('GIVERS');
    expect(renderHome(demo)).toBe(plain);
    expect(plain).toContain('Givers');
  });

  it('are read from a catalogue by web/words.ts, and by scripts that need a few', () => {
    const readers = files.filter(
      (file) =>
        !file.startsWith('web/messages/') &&
        /from '[^']*messages\/en/.test(readFileSync(join(PROJECT_ROOT, file), 'utf8')),
    );
    expect(readers.toSorted()).toEqual([
      'web/islands/passkey.ts',
      'web/islands/pledge.ts',
      'web/words.ts',
    ]);
  });

  it('are read when a page is rendered, not when its file is loaded', async () => {
    vi.resetModules();
    vi.doMock('../../web/words.ts', () => ({
      get t(): never {
        throw new Error('These words would stay English.');
      },
    }));
    const views = files.filter((file) => file.endsWith('.tsx'));
    expect(views.length).toBeGreaterThan(80);
    for (const view of views) await import(join(PROJECT_ROOT, view));
    vi.doUnmock('../../web/words.ts');
  });
});
