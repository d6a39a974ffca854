import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { setAssets } from '../../web/pages/page.tsx';
import { PROJECT_ROOT } from '../paths.ts';
import { send, served, type Served } from './served.ts';

const FOLDER = join(PROJECT_ROOT, 'dist/assets');

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Tells the pages where their files are, and reads the files. */
export async function loadAssets(): Promise<ReadonlyMap<string, Served>> {
  setAssets(JSON.parse(await readFile(join(FOLDER, 'manifest.json'), 'utf8')));
  const names = (await readdir(FOLDER)).filter((name) => TYPES[extname(name)]);
  const files = await Promise.all(
    names.map(async (name): Promise<[string, Served]> => {
      const body = await readFile(join(FOLDER, name));
      const cacheControl = 'public, max-age=31536000, immutable';
      return [name, served(TYPES[extname(name)]!, body, { cacheControl })];
    }),
  );
  return new Map(files);
}

export function registerAssets(app: FastifyInstance, files: ReadonlyMap<string, Served>): void {
  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const file = files.get(request.params.name);
    if (file) send(request, reply, file);
    else reply.callNotFound();
  });
}
