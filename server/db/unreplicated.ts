import type pg from 'pg';
import type { Query } from './prepare.ts';

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
  const query = client.query.bind(client) as unknown as Query;
  const asked: Query = async (config, values) => {
    const result = await query(config, values);
    if (!isWarned) return result;
    isWarned = false;
    throw new Unreplicated();
  };
  client.query = asked as unknown as typeof client.query;
}
