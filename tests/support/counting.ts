import type { Db } from '../../server/db/client.ts';

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
