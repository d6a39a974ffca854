import type pg from 'pg';

/** A longer one is a list of rows, which hardly comes again. */
const MAX_CHARACTERS = 2_500;
/** A program has fewer statements than this; each costs every connection some kilobytes. */
const MAX_STATEMENTS = 200;

type Query = (config: unknown, values?: unknown[], callback?: unknown) => unknown;

/**
 * Names for the statements of a pool, from the second time that one comes. node-postgres prepares a
 * named statement once on each connection; Postgres, which spends as much on parsing and planning a
 * short statement as on running it, then plans it once as well.
 */
export function statementNames(): (text: string) => string | undefined {
  const once = new Set<string>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || text.length > MAX_CHARACTERS) return known;
    if (!once.delete(text)) {
      if (once.size >= MAX_STATEMENTS) once.clear();
      once.add(text);
      return undefined;
    }
    if (names.size >= MAX_STATEMENTS) return undefined;
    names.set(text, `muster_${names.size}`);
    return names.get(text);
  };
}

/** Has a connection prepare the statements that come with parameters, by their names. */
export function prepareStatements(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): void {
  const query = client.query.bind(client) as Query;
  client.query = ((config: unknown, values?: unknown[], callback?: unknown) => {
    const { text } = config as { text?: string };
    const name = text !== undefined && values?.length ? nameOf(text) : undefined;
    return query(name === undefined ? config : { ...(config as object), name }, values, callback);
  }) as typeof client.query;
}
