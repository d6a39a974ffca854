import { readdirSync, readFileSync } from 'node:fs';
import { asOwner } from './world.ts';

/** Linux counts in hundredths of a second. */
const MS_PER_TICK = 10;

/** The fields of proc_pid_stat(5) from the third on; the name before them may have blanks. Null of one that has ended. */
function statOf(pid: string): number[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return null;
  }
}

const sum = (ticks: number[]): number => ticks.reduce((all, each) => all + each, 0);

/**
 * Tells what Postgres has used of the processor so far, in milliseconds: where others use the machine too, it says more
 * than a clock. A parallel query's workers that have ended count with their parent.
 */
export async function postgresProcessor(databaseUrl: string): Promise<() => number> {
  // A process that lives as long as Postgres does.
  const [writer] = await asOwner(
    databaseUrl,
    `SELECT pid::text FROM pg_stat_activity WHERE backend_type = 'checkpointer'`,
  );
  const [, parent] = statOf(String(writer!['pid']))!;
  return () => {
    const children = readdirSync('/proc').flatMap((pid) => {
      const stat = /^\d+$/.test(pid) ? statOf(pid) : null;
      return stat && stat[1] === parent ? [sum(stat.slice(11, 13))] : [];
    });
    return MS_PER_TICK * (sum(children) + sum(statOf(String(parent))!.slice(11, 15)));
  };
}
