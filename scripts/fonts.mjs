/**
 * The fonts as pages need them. A source in the CSS that ends in `?name` becomes a font of that name, with the letters
 * of its `unicode-range` in the weights of its `font-weight`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';

/** What browsers apply by themselves, and tabular figures. */
const FEATURES = ['ccmp', 'locl', 'rlig', 'liga', 'clig', 'calt', 'kern', 'mark', 'mkmk', 'tnum'];
/** In px. All serifs are drawn for the slogan's size: the axis would cost 12 KB, and make large figures thin. */
const OPTICAL_SIZE = 28;

const SOURCE = /url\('([^?']+)\?([\w-]+)'\)/;

/** For esbuild. Fonts are kept in .muster, as making them takes seconds. */
export const fonts = (root) => ({
  name: 'fonts',
  setup: ({ onLoad }) =>
    onLoad({ filter: /web\/styles\/.*\.css$/ }, ({ path }) => {
      const jobs = [];
      const contents = readFileSync(path, 'utf8').replaceAll(/@font-face \{[^}]*\}/g, (face) => {
        const job = jobOf(root, face);
        if (!job) return face;
        jobs.push(job);
        return face.replace(SOURCE, `url('./${relative(dirname(path), job.target)}')`);
      });
      const missing = jobs.filter(({ target }) => !existsSync(target));
      // In a process of its own, for the memory stays with it.
      if (missing.length > 0)
        execFileSync(process.execPath, [import.meta.filename], { input: JSON.stringify(missing) });
      return { contents, loader: 'css' };
    }),
});

function jobOf(root, face) {
  const [, source, name] = SOURCE.exec(face) ?? [];
  if (!name) return null;
  const file = join(root, 'node_modules', source);
  const hash = createHash('sha256').update(face);
  for (const path of [import.meta.filename, file]) hash.update(readFileSync(path));
  const folder = hash.digest('hex').slice(0, 16);
  return { file, face, target: join(root, '.muster', 'fonts', folder, `${name}.woff2`) };
}

async function make({ file, face, target }) {
  const { default: subset } = await import('subset-font');
  const [least, most = least] = /font-weight: ([^;]+)/.exec(face)[1].split(' ').map(Number);
  const axes = {
    wght: least === most ? least : { min: least, max: most },
    ...(file.includes('-standard-') && { opsz: OPTICAL_SIZE }),
  };
  const options = { targetFormat: 'woff2', keepFeatures: FEATURES, variationAxes: axes };
  const font = await subset(readFileSync(file), lettersOf(face), options);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.new`, font);
  renameSync(`${target}.new`, target);
}

function lettersOf(face) {
  const ranges = /unicode-range:([^;]+)/.exec(face)[1].trim().split(/,\s*/);
  return ranges
    .flatMap((range) => {
      const [from, to = from] = range.slice(2).split('-');
      const first = Number.parseInt(from, 16);
      return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, at) =>
        String.fromCodePoint(first + at),
      );
    })
    .join('');
}

if (process.argv[1] === import.meta.filename) {
  for (const job of JSON.parse(readFileSync(0, 'utf8'))) {
    // eslint-disable-next-line no-await-in-loop -- one font's memory at a time
    await make(job);
  }
}
