import type { Facts, Say } from './facts.ts';
import type { Manifest } from './manifest.ts';

/** Progress goes to standard error: standard output has the result. */
export const say: Say = (line) => process.stderr.write(`muster: ${line}\n`);

/** `1,204 entries, root …, verified` */
export function ledgerLine({ entries, newest }: Facts): string {
  const root = newest
    ? `root ${newest.root}${newest.size === entries ? '' : ` of the first ${newest.size}`}`
    : 'no checkpoint yet';
  return `${entries.toLocaleString('en')} entries, ${root}, verified`;
}

/** The same, with `, 12.3 MB` */
export const lineOf = (made: Manifest): string =>
  `${ledgerLine(made)}, ${(made.bytes / 1e6).toFixed(1)} MB`;
