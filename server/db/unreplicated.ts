import type pg from 'pg';

type Done = (error: Error | null, result?: unknown) => void;
type Query = (config: unknown, values?: unknown, done?: Done) => unknown;

/** A standby may lack the commit. admin_shutdown makes the answer 503. */
class Unreplicated extends Error {
  readonly code = '57P01';
  constructor() {
    super('the commit might not have been replicated to the standby');
  }
}

/** Postgres only warns when it stops waiting for the standby. A retry with the same key finds a commit. */
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
