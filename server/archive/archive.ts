import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '../config.ts';
import { appendHash, emptyFrontier, leafHash, rootOf } from '../ledger/merkle.ts';
import { LISTS, openNames, SINGLES } from './names.ts';
import { stillPage } from './still-page.ts';

const TRIES = 20;
const RETRY_MS = 500;
const AS_BROWSER = { headers: { accept: 'text/html' } };
const BUSY = new Set([429, 503]);

interface Job {
  from: string;
  folder: string;
  at: Date;
  progress: (files: number) => void;
}

/** As an anonymous visitor gets it; where `mayLack`, also that there is no such page. Throws `ConfigError`. */
async function get({ from }: Job, path: string, mayLack = false): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(new URL(path, from), mayLack ? AS_BROWSER : {}).catch(() => {
      throw new ConfigError(`${from} does not answer: start Muster, or name it with --from URL`);
    });
    if (response.ok || (mayLack && response.status === 404)) return response;
    if (!BUSY.has(response.status) || tries === TRIES) {
      throw new ConfigError(
        `${from} answered ${response.status} to ${path}. Empty the folder, and run it again`,
      );
    }
    await sleep(RETRY_MS);
  }
}

/** All pages of a list of the API as one JSON text, an item a line. */
async function* allOf(job: Job, path: string, use: (item: unknown) => boolean) {
  const key = path.split('/').at(-1)!;
  let next: string | null = '';
  yield `{"${key}":[`;
  for (let glue = '\n'; next !== null;) {
    const response = await get(job, `${path}?limit=200${next && `&cursor=${next}`}`);
    const answer = (await response.json()) as { next: string | null; [list: string]: unknown };
    for (const item of (answer[key] as unknown[]).filter(use)) {
      yield glue + JSON.stringify(item);
      glue = ',\n';
    }
    next = answer.next;
  }
  yield '\n]}\n';
}

/** What the checkpoint signs. `use` takes the entries below its size, and `check` throws unless they hash to its root. */
function openTree(note: string) {
  const [, size, root] = note.split('\n');
  const tree = emptyFrontier();
  return {
    size: Number(size),
    use: (entry: unknown): boolean => {
      const isBelow = tree.size < BigInt(size!);
      if (isBelow) appendHash(tree, leafHash(Buffer.from((entry as { leaf: string }).leaf)));
      return isBelow;
    },
    check: (): void => {
      if (rootOf(tree).toString('base64') === root) return;
      throw new ConfigError('the entries do not hash to the signed root');
    },
  };
}

/**
 * Writes a static copy of all that is public. `grew`: another checkpoint was signed meanwhile, so that pages may be of
 * different ones. Throws `ConfigError` if the folder isn't empty, or the entries don't hash to the signed root.
 */
export async function archive(job: Job) {
  await mkdir(job.folder, { recursive: true });
  if ((await readdir(job.folder)).length > 0)
    throw new ConfigError(`${job.folder} is not empty. Name a new folder`);
  const done = { files: 0, bytes: 0 };
  const save = async (
    file: string,
    parts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  ): Promise<void> => {
    await mkdir(dirname(join(job.folder, file)), { recursive: true });
    await using handle = await open(join(job.folder, file), 'wx');
    for await (const part of parts) {
      await handle.writeFile(part);
      done.bytes += Buffer.byteLength(part);
    }
    job.progress((done.files += 1));
  };
  const note = await (await get(job, '/log/checkpoint')).text();
  const tree = openTree(note);
  const names = openNames(tree.size);
  await save('log/checkpoint.txt', [note]);
  for (const [path, file] of Object.entries(SINGLES))
    await save(file, (await get(job, path)).body!);
  for (const [path, file] of Object.entries(LISTS)) {
    await save(file, allOf(job, path, path === '/api/v1/entries' ? tree.use : () => true));
  }
  tree.check();
  for (let path = names.next(); path !== undefined; path = names.next()) {
    // A link may lead nowhere, and a giver may go meanwhile.
    const response = await get(job, path, true);
    const isPage = response.headers.get('content-type')!.startsWith('text/html');
    if (!isPage) await save(names.fileOf(path), names.loading(path, await response.bytes()));
    else await save(names.fileOf(path), [stillPage(await response.text(), path, names, job.at)]);
  }
  const grew = (await (await get(job, '/log/checkpoint')).text()) !== note;
  return { ...done, entries: tree.size, grew };
}
