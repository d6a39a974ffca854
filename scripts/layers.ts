/**
 * The layers of the code, and the check that imports keep to them: `node scripts/layers.ts`.
 *
 * A file imports from its own place and from earlier places in the list, types included. So web knows nothing of
 * the server but the domain, and no two folders know each other.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import process from 'node:process';

const LAYERS = [
  // The rules: pure, and without a package.
  'server/domain',
  // The pages, which know the domain alone.
  'web/format.ts',
  'web/data',
  'web/forms',
  'web/messages',
  'web/words.ts',
  'web/components',
  'web/pages',
  'web/desk',
  'web/islands',
  // What everything stands on.
  'server/paths.ts',
  'server/config.ts',
  'server/actor.ts',
  'server/trial',
  'server/db',
  'server/ledger',
  'server/stripe',
  'server/context.ts',
  'server/use-case.ts',
  'server/hourly.ts',
  'server/audit',
  'server/http',
  // The features, each with its use cases and routes.
  'server/initiative',
  'server/look',
  'server/sessions',
  'server/mail',
  'server/accounts',
  'server/openapi',
  'server/rates',
  'server/pledges',
  'server/signatories',
  'server/admins',
  'server/import',
  'server/payments',
  'server/compute',
  'server/bank',
  'server/bulk',
  'server/exports',
  'server/public',
  'server/sign-up',
  'server/me',
  'server/postman',
  'server/open-context.ts',
  'server/backup',
  'server/maintenance',
  'server/metrics',
  'server/desk',
  'server/setup',
  'server/archive',
  // What starts them.
  'server/app.ts',
  'server/explain.ts',
  'server/commands',
  'server/main.ts',
];

/** These read: no chain of their imports leads to the ledger's only writer. */
const READERS = [
  'server/http',
  'server/sessions',
  'server/openapi',
  'server/exports',
  'server/public',
  'server/postman',
  'server/backup',
  'server/metrics',
  'server/archive',
];
const WRITER = 'server/ledger/append.ts';

/** In the formatter's output: `import … from '…'`, `export … from '…'` and `import('…')`. */
const IMPORT = /^(?:import|export) (type )?[^;]*?from '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

interface Import {
  to: string;
  isType: boolean;
}

type Imports = Map<string, Import[]>;

function importsOf(root: string): Imports {
  const files = globSync('{server,web}/**/*.{ts,tsx}', { cwd: root });
  return new Map(
    files.map((file) => {
      const found = readFileSync(join(root, file), 'utf8').matchAll(IMPORT);
      return [
        file,
        Array.from(found, ([, type, from, later]) => ({
          to: normalize(join(dirname(file), (from ?? later)!)),
          isType: type !== undefined,
        })),
      ];
    }),
  );
}

const isIn = (file: string, place: string): boolean =>
  file === place || file.startsWith(`${place}/`);
const layerOf = (file: string): number => LAYERS.findIndex((place) => isIn(file, place));

/** A chain of imports that leads from a file to one that is `sought`; null where there is none. */
function findChain(
  file: string,
  isSought: (file: string) => boolean,
  {
    imports,
    done = new Set(),
    path = [file],
  }: { imports: Imports; done?: Set<string>; path?: string[] },
): string[] | null {
  for (const { to } of imports.get(file) ?? []) {
    if (isSought(to)) return [...path, to];
    if (done.has(to)) continue;
    done.add(to);
    const chain = findChain(to, isSought, { imports, done, path: [...path, to] });
    if (chain) return chain;
  }
  return null;
}

/** What is wrong with the imports below a folder, a line each. */
export function layerFaults(root: string): string[] {
  const imports = importsOf(root);
  const values: Imports = new Map(
    [...imports].map(([file, all]) => [file, all.filter(({ isType }) => !isType)]),
  );
  const faults: string[] = [];
  for (const [file, all] of imports) {
    const layer = layerOf(file);
    if (layer < 0) faults.push(`${file} is in no layer`);
    for (const { to } of all) {
      if (layer >= 0 && layerOf(to) > layer)
        faults.push(`${file} imports ${to}, which is in a higher layer`);
    }
    const circle = findChain(file, (to) => to === file, { imports });
    if (circle) faults.push(`a circle: ${circle.join(' → ')}`);
    const chain = READERS.some((place) => isIn(file, place))
      ? findChain(file, (to) => to === WRITER, { imports: values })
      : null;
    if (chain) faults.push(`${file} reads, and could write: ${chain.join(' → ')}`);
  }
  return faults;
}

if (import.meta.main) {
  const faults = layerFaults('.');
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length ? 1 : 0;
}
