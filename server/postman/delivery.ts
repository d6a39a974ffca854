import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import * as people from '../db/people.ts';
import type { MailError } from '../db/people.ts';
import type { Log } from '../hourly.ts';
import { compose } from './compose.ts';
import { isForgotten } from '../mail/failed.ts';
import type { Mail } from '../mail/queue.ts';
import { AT_ONCE, type Failure, type Transport } from './transport.ts';

export type CountFailure = (outcome: 'later' | 'given-up') => void;

type MailRow = typeof people.mail.$inferSelect;

/** Shorter than the shortest backoff, so nobody else takes the email meanwhile. */
const SEND_WITHIN_MS = 45_000;
/** Then an email is given up: forgotten, or left to an admin. */
const KEPT_MS = 24 * 3_600_000;

/** After the nth try: 1, 2, 4 … minutes, at most an hour. */
const BACKOFF = sql`least(interval '1 minute' * 2 ^ least(attempts, 6), interval '1 hour')`;

/** One statement takes the first due email and puts it off for others. It counts the try, also if the process ends. */
async function claim(ctx: Context): Promise<MailRow | null> {
  const { mail } = people;
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const [row] = await ctx.db
    .update(mail)
    .set({ attempts: sql`attempts + 1`, dueAt: sql`${now} + ${BACKOFF}` })
    .where(
      sql`id = (SELECT due.id FROM mail due WHERE due.due_at <= ${now} AND due.given_up_at IS NULL
        ORDER BY due.turn_at LIMIT 1 FOR UPDATE SKIP LOCKED)`,
    )
    .returning();
  return row ?? null;
}

const forget = async (ctx: Context, id: string): Promise<void> => {
  await ctx.db.delete(people.mail).where(eq(people.mail.id, id));
};

async function afterFailure(ctx: Context, log: Log, row: MailRow, { isFinal, facts }: Failure) {
  const { id, kind, attempts, createdAt, dueAt } = row;
  const isGivenUp = isFinal || dueAt.getTime() - createdAt.getTime() > KEPT_MS;
  if (isGivenUp && isForgotten(kind)) await forget(ctx, id);
  else {
    const { code, command, responseCode } = facts as MailError;
    await ctx.db
      .update(people.mail)
      .set({ error: { code, command, responseCode }, givenUpAt: isGivenUp ? ctx.now() : null })
      .where(eq(people.mail.id, id));
  }
  const what = isGivenUp ? 'a mail is given up' : 'a mail could not be sent yet';
  log.warn({ mail: id, kind, attempts, ...facts }, what);
  return isGivenUp ? 'given-up' : 'later';
}

/**
 * `broken` is told of a failing database. One statement claims an email, another deletes it; no lock waits for a mail
 * server. A crash leaves it due, or due again later; after the server's "250" it is sent twice, under one Message-ID.
 */
export function createDelivery(
  ctx: Context,
  log: Log,
  transport: Transport,
  {
    isResting,
    stopped,
    failed,
    broken,
  }: {
    isResting: () => boolean;
    stopped: AbortSignal;
    failed: CountFailure;
    broken: (error: unknown) => void;
  },
) {
  const underWay = new Set<Promise<void>>();
  const trySend = async (row: MailRow): Promise<Failure | null> => {
    const { id, kind, address, data, network, askedBy, attempts } = row;
    try {
      const mail = { kind, ...(data as object) } as Mail;
      // An earlier try has counted it.
      const asked = { network, askedBy, isCounted: attempts > 1 };
      const message = await compose(ctx, address, mail, asked);
      if (!message) return null;
      const signal = AbortSignal.any([stopped, AbortSignal.timeout(SEND_WITHIN_MS)]);
      return await transport.send({ ...message, id, kind, at: ctx.now() }, signal);
    } catch (error) {
      return { isFinal: false, facts: { err: error } };
    }
  };
  const inTurn = async (first: MailRow): Promise<void> => {
    for (let row: MailRow | null = first; row; row = isResting() ? null : await claim(ctx)) {
      const failure = await trySend(row);
      if (failure) failed(await afterFailure(ctx, log, row, failure));
      else await forget(ctx, row.id);
    }
  };
  return {
    /** Starts sending in each free place, until nothing is due. */
    begin: async (): Promise<void> => {
      while (!isResting() && underWay.size < AT_ONCE) {
        // oxlint-disable-next-line no-await-in-loop
        const first = await claim(ctx);
        if (!first) return;
        const work = inTurn(first)
          .catch(broken)
          .finally(() => underWay.delete(work));
        underWay.add(work);
      }
    },
    settled: () => Promise.all(underWay),
  };
}
