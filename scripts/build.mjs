import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { fonts } from './fonts.mjs';
import subsetFont from 'subset-font';

const ASSETS = 'dist/assets';

/** Builds dist/ in memory and puts it in place by one rename: a crash leaves no half build. */
export async function build(root) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
  };
  const [server, assets] = await Promise.all([
    esbuild.build({ ...common, ...serverOptions(root) }),
    esbuild.build({ ...common, ...assetOptions(root) }),
  ]);
  const dist = join(root, 'dist');
  const staging = join(root, '.muster', 'dist');
  rmSync(staging, { recursive: true, force: true });
  const write = (path, contents) => {
    const target = join(staging, relative(dist, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contents);
  };
  for (const file of [...server.outputFiles, ...assets.outputFiles])
    write(file.path, file.contents);
  write(join(root, ASSETS, 'manifest.json'), JSON.stringify(manifestOf(assets.metafile), null, 2));
  for (const [name, font] of await pictureFonts(root)) write(join(dist, 'fonts', name), font);
  copyFileSync(emptyTrial(root), join(staging, 'trial.tar.gz'));
  rmSync(dist, { recursive: true, force: true });
  renameSync(staging, dist);
  // The server may go on in this process: esbuild's own need not.
  await esbuild.stop();
}

const inter = (script, wght) => [`inter/files/inter-${script}-wght-normal.woff2`, { wght }];

/** For pictures that the server draws: it reads no WOFF2 and no axes. It tries them in this order for a letter. */
function pictureFonts(root) {
  const folder = join(root, 'node_modules/@fontsource-variable');
  const instances = [
    inter('latin', 400),
    inter('latin', 600),
    ['source-serif-4/files/source-serif-4-latin-standard-normal.woff2', { wght: 450, opsz: 40 }],
    ...['latin-ext', 'greek', 'cyrillic'].map((script) => inter(script, 400)),
  ];
  return Promise.all(
    instances.map(async ([file, variationAxes], order) => {
      const options = { targetFormat: 'truetype', keepAllGlyphs: true, variationAxes };
      const font = await subsetFont(readFileSync(join(folder, file)), undefined, options);
      return [`${order}-${basename(file, '.woff2')}.ttf`, font];
    }),
  );
}

/**
 * An empty trial database, made once for each version of PGlite: a first start that makes one itself needs three times
 * the memory. In a process of its own, for that memory stays with it.
 */
function emptyTrial(root) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = join(root, '.muster', `trial-${dependencies['@electric-sql/pglite']}.tar.gz`);
  if (existsSync(file)) return file;
  const make = `
    import { PGlite } from '@electric-sql/pglite';
    import { writeFileSync } from 'node:fs';
    const database = await PGlite.create();
    const dump = await database.dumpDataDir('gzip');
    writeFileSync(process.argv[1], Buffer.from(await dump.arrayBuffer()));
    await database.close();`;
  const flags = ['--liftoff-only', '--input-type=module', '--eval', make];
  execFileSync(process.execPath, [...flags, `${file}.new`], { cwd: root });
  renameSync(`${file}.new`, file);
  return file;
}

function serverOptions(root) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    entryPoints: [
      'server/main.ts',
      ...globSync(['server/commands/*.ts', 'server/**/*-worker.ts'], { cwd: root }),
    ],
    outdir: 'dist',
    outbase: 'server',
    platform: 'node',
    target: 'node24',
    splitting: true,
    sourcemap: 'linked',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // Imported as a package, drizzle-orm costs 290 ms and 150 MB: it is inlined.
    external: Object.keys(dependencies).filter((name) => name !== 'drizzle-orm'),
  };
}

function assetOptions(root) {
  const folders = ['web/styles/{main,desk}.css', 'web/islands/*.ts', 'web/assets/*'];
  return {
    entryPoints: globSync(folders, { cwd: root }),
    outdir: ASSETS,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    metafile: true,
    plugins: [fonts(root)],
    loader: { '.ico': 'copy', '.png': 'copy', '.svg': 'copy', '.woff2': 'copy' },
  };
}

/** Logical name → URL path. */
function manifestOf({ outputs }) {
  const entries = Object.entries(outputs).map(([path, { entryPoint, inputs }]) => {
    const name = basename(entryPoint ?? Object.keys(inputs)[0]).replace(/\.ts$/, '.js');
    return [name, `/assets/${basename(path)}`];
  });
  return Object.fromEntries(entries);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(dirname(import.meta.dirname));
}
