import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

/** Where the server is, for this machine's commands. */
const serverFile = z.object({ url: z.string(), token: z.string() });
export type ServerFile = z.infer<typeof serverFile>;

const fileOf = (dataDir: string): string => join(dataDir, 'server.json');

/** The token has an admin's rights: only the folder's owner may read it. */
export function rememberServer(
  dataDir: string,
  { address, family, port }: AddressInfo,
  token: string,
): void {
  const any = address === '0.0.0.0' || address === '::';
  const host = any ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  const file: ServerFile = { url: `http://${host}:${port}`, token };
  rmSync(fileOf(dataDir), { force: true });
  writeFileSync(fileOf(dataDir), `${JSON.stringify(file)}\n`, { mode: 0o600 });
}

export const forgetServer = (dataDir: string): void => rmSync(fileOf(dataDir), { force: true });

/** A killed server's is stale. */
export function knownServer(dataDir: string): ServerFile | null {
  try {
    return serverFile.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return null;
  }
}
