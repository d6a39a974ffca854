/* eslint-disable no-await-in-loop -- one step after another is the point */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps the server built from its newest sources; one that failed is tried again on a change. */
export async function develop(root, args) {
  let changed;
  for (const folder of ['server', 'web']) {
    watch(join(root, folder), { recursive: true }, () => changed?.());
  }
  const launcher = join(root, 'scripts', 'launch.mjs');
  // Run without npm, it must end with us all the same.
  const env = { npm_lifecycle_event: 'dev', ...process.env };
  for (;;) {
    const server = spawn(process.execPath, [...process.execArgv, launcher, 'start', ...args], {
      cwd: root,
      env,
      stdio: 'inherit',
    });
    await new Promise((resolve) => {
      changed = resolve;
    });
    // Editors write a file in several steps.
    await sleep(100);
    if (server.exitCode === null && server.signalCode === null) {
      server.kill();
      await once(server, 'exit');
    }
  }
}
