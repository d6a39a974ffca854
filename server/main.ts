import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { MACHINE, SETUP } from './actor.ts';
import { buildApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import type { Context } from './context.ts';
import { lockFolder } from './trial/folder-lock.ts';
import { DomainError } from './domain/errors.ts';
import { readInitiativeFile } from './import/file.ts';
import { importFile } from './import/import.ts';
import { findInitiative } from './initiative/read.ts';
import { openContext } from './open-context.ts';
import { runOrExplain } from './explain.ts';
import { loadDemonstration } from './setup/demonstration.ts';
import { forgetServer, rememberServer } from './trial/server-file.ts';
import { typedInitiative } from './trial/folder.ts';

/** For requests under way. */
const DRAIN_MS = 10_000;

/** Into an empty database. A trial prefers what was typed here, and has the demonstration. */
async function loadFirst(ctx: Context, config: Config): Promise<void> {
  if (await findInitiative(ctx.db)) return;
  const isTrial = ctx.engine === 'embedded';
  const typed = isTrial ? typedInitiative(config.dataDir) : null;
  const file = typed ?? config.initiativeFile;
  if (file === null) return isTrial ? loadDemonstration(ctx) : undefined;
  try {
    await importFile(ctx, typed ? SETUP : MACHINE, await readInitiativeFile(file));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, fields } = error;
    throw new DomainError(code, `INITIATIVE: ${message}`, { fields });
  }
}

async function start(): Promise<void> {
  const config = readConfig();
  // Replicas would overwrite each other's last-checkpoint. A trial's database locks the folder itself.
  const lock = config.databaseUrl === null ? null : lockFolder(config.dataDir);
  const { ctx, close } = await openContext(config);
  const localToken = randomBytes(32).toString('base64url');
  const app = await buildApp(ctx, localToken);
  const { http, publicCache, running, setup } = app;
  try {
    await loadFirst(ctx, config);
    await publicCache.refresh();
    await http.listen({ port: config.port, host: config.host });
  } catch (error) {
    await http.close();
    await close();
    throw error;
  }
  for (const each of running) each.start();
  const listening = http.server.address() as AddressInfo;
  if (ctx.engine === 'embedded') rememberServer(config.dataDir, listening, localToken);
  const where =
    ctx.engine === 'embedded'
      ? `trial database in ${config.dataDir}`
      : `listening on ${config.host}:${listening.port}`;
  const address = await setup.address();
  const what = (await setup.open()).initiative ? 'set up yours' : 'become its owner';
  process.stdout.write(
    `muster: ${config.baseUrl} (${where})\n` +
      (address === null ? '' : `muster: ${what}, once, at ${address}\n`),
  );

  let isClosing = false;
  const drain = async (): Promise<void> => {
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    await http.close();
    if (ctx.engine === 'embedded') forgetServer(config.dataDir);
    await close();
    lock?.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => void drain());
  }
}

await runOrExplain(start);
