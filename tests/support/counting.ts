import { vi } from 'vitest';
import type { Context } from '../../server/context.ts';
import type { Db } from '../../server/db/db.ts';

/** A database that counts what is read of it, and how many queries a run takes. */
export function countingQueries(real: Db) {
  let counted = 0;
  const db = new Proxy(real, {
    get: (target, name) => {
      if (name === 'select' || name === 'execute') counted += 1;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const queries = async (run: () => Promise<unknown>): Promise<number> => {
    counted = 0;
    await run();
    return counted;
  };
  return { db, queries };
}

/** What a server asks its database for, on whichever connections. `vi.restoreAllMocks()` ends it. */
export async function watchQueries({ db, publicly, identify }: Context) {
  const all = [db, await publicly(async (reader) => reader), await identify(async (one) => one)];
  // The embedded database is one.
  const spies = [...new Set(all)].flatMap((each) => [
    vi.spyOn(each, 'execute'),
    vi.spyOn(each, 'select'),
    vi.spyOn(each, 'transaction'),
  ]);
  return (): unknown[] => spies.flatMap(({ mock }) => mock.calls as unknown[]);
}
