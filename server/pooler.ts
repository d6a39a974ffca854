/** What the environment says of the database. */
interface DatabaseSettings {
  DATABASE_POOLER?: 'transaction' | undefined;
  DATABASE_URL?: string | undefined;
  MIGRATE_DATABASE_URL?: string | undefined;
}

/** Host and port, as a URL has them. */
const addressOf = (url: string): string | undefined =>
  /^\w+:\/\/(?:[^/?@]*@)?([^/?]*)/.exec(url)?.[1];

/** What is wrong with the settings of a pooler: it passes no options on, and loses what an owner's session locks. */
export function poolerMistake(set: DatabaseSettings): string | null {
  const { DATABASE_POOLER: pooler, DATABASE_URL: url, MIGRATE_DATABASE_URL: ownerUrl } = set;
  if (pooler === undefined) return null;
  if (url === undefined) return 'DATABASE_POOLER: has no use without DATABASE_URL';
  if (/[?&]options=/.test(url)) {
    return 'DATABASE_URL: a pooler passes no options on; set them for the login with ALTER ROLE';
  }
  if (ownerUrl !== undefined && addressOf(ownerUrl) === addressOf(url)) {
    return 'MIGRATE_DATABASE_URL: names the pooler of DATABASE_URL; name Postgres itself';
  }
  return null;
}
