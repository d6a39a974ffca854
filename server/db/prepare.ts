import type pg from 'pg';

/** A longer statement is a list of rows, seldom repeated. */
const MAX_CHARACTERS = 3_500;
/** Each costs every connection some kilobytes. */
const MAX_STATEMENTS = 200;

/** What drizzle asks of a client; no callbacks and no streams. */
export type Query = (config: pg.QueryConfig, values?: unknown[]) => Promise<unknown>;

/** Names statements from their second use on: Postgres plans them once, which takes as long as a short one runs. */
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

export function prepareStatements(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): void {
  const query = client.query.bind(client) as unknown as Query;
  const named: Query = (config, values) => {
    const name = values?.length ? nameOf(config.text) : undefined;
    return query(name === undefined ? config : { ...config, name }, values);
  };
  client.query = named as unknown as typeof client.query;
}
