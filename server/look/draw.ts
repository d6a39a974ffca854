import { execFile } from 'node:child_process';
import process from 'node:process';
import { threadFile } from '../db/threads.ts';

const LIMITS = { timeout: 5_000, killSignal: 'SIGKILL', maxBuffer: 4 * 1024 * 1024 } as const;

const once = (
  svg: string,
  most: { width: number; height: number },
  fonts: readonly string[] = [],
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const args = [threadFile('look/draw-worker'), `${most.width}`, `${most.height}`, ...fonts];
    const how = { encoding: 'buffer', env: {}, ...LIMITS } as const;
    const child = execFile(process.execPath, args, how, (error, png) =>
      error ? reject(error) : resolve(png),
    );
    // It may end before it has read all.
    child.stdin!.on('error', () => {}).end(svg);
  });

let turns: Promise<unknown> = Promise.resolve();

/**
 * One at a time, in a process of its own without our settings: whatever the SVG is, it ends in time and memory, and
 * requests don't wait.
 */
export const draw: typeof once = (...what) => {
  const own = turns.then(() => once(...what));
  turns = own.catch(() => {});
  return own;
};
