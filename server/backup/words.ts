import type { Say } from './facts.ts';
import type { Manifest } from './manifest.ts';

/** Progress goes to standard error: standard output has the result. */
export const say: Say = (line) => process.stderr.write(`muster: ${line}\n`);

/** `1,204 entries, root …, verified, 12.3 MB` */
export function lineOf({ entries, newest, bytes }: Manifest): string {
  const root = newest
    ? `root ${newest.root}${newest.size === entries ? '' : ` of the first ${newest.size}`}`
    : 'no checkpoint yet';
  const megabytes = (bytes / 1e6).toFixed(1);
  return `${entries.toLocaleString('en')} entries, ${root}, verified, ${megabytes} MB`;
}
