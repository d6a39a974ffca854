import type pg from 'pg';

type Done = (error: Error | null, result?: unknown) => void;
type Query = (config: unknown, values?: unknown, done?: Done) => unknown;

/** A standby may lack the commit. The code, admin_shutdown, makes the answer 503: the caller tries again. */
class Unreplicated extends Error {
  readonly code = '57P01';
  constructor() {
    super('the commit might not have been replicated to the standby');
  }
}

/**
 * Fails a statement if Postgres stopped waiting for the standby: it only warns, and a failover would lose what was
 * acknowledged. The transaction may be committed; a retry with the same key finds it.
 */
export function refuseUnreplicated(client: pg.PoolClient): void {
  let isWarned = false;
  client.on('notice', ({ routine }) => {
    // The message depends on the server's language.
    isWarned ||= routine === 'SyncRepWaitForLSN';
  });
  const failure = (): Unreplicated | null => {
    if (!isWarned) return null;
    isWarned = false;
    return new Unreplicated();
  };
  const query = client.query.bind(client) as Query;
  client.query = ((config: unknown, values?: unknown, done?: Done) => {
    if (done) {
      return query(config, values, (error, result) => done(error ?? failure(), result));
    }
    const sent = query(config, values);
    if (!(sent instanceof Promise)) return sent;
    return sent.then((result: unknown) => {
      const failed = failure();
      if (failed) throw failed;
      return result;
    });
  }) as typeof client.query;
}
