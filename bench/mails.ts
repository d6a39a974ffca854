/**
 * Launch day: 5,000 people sign up, 500 of them behind one address, six times as fast as in an hour. Each mail is taken
 * by a mail server that answers as slowly as one far away. Beside them others sign in, and look at the page.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../scripts/support/server.ts';
import { MACHINE } from '../server/actor.ts';
import type { Context } from '../server/context.ts';
import { requestKey } from '../server/db/write.ts';
import { NOTICE_VERSION } from '../server/domain/signatory.ts';
import { importFile } from '../server/import/import.ts';
import { sign } from '../server/signatories/sign.ts';
import { openMailbox } from '../tests/support/mail.ts';
import { openClient, type PostClient } from './support/client.ts';
import { spreadOf, timed, type Row } from './support/table.ts';
import type { World } from './support/world.ts';

const SIGN_UPS = 5_000;
const IN_MS = 600_000;
/** Of ten, one is behind the one address. */
const CROWD_EACH = 10;
/** How long the mail server takes for one mail. */
const SMTP_MS = 400;
const SIGN_INS = 75;
const CONNECTIONS = 32;
const GIVEN_UP_MS = 300_000;
const GOAL_MS = 120_000;

const addressOf = (nth: number): string => `ada${nth}@n${nth}.example`;
const memberOf = (nth: number): string => `bo${nth}@member${nth}.example`;

/** Those who have signed already, and sign in on that day. */
async function fill(ctx: Context): Promise<void> {
  await importFile(ctx, MACHINE, {
    initiative: { name: 'Benchmark', call: 'Many people.', currency: 'USD', targets: {} },
  });
  for (let nth = 0; nth < SIGN_INS; nth += 1) {
    const email = memberOf(nth);
    const input = { kind: 'person', name: email, email, public: true } as const;
    // A pool is not for so many at once.
    // oxlint-disable-next-line no-await-in-loop
    await sign(ctx, MACHINE, requestKey('bench', randomUUID()), input);
  }
}

/** A mail server that is slow and reads nothing of what comes but whom it is for: when each mail had come. */
async function openSlowMailbox() {
  const cameAt = new Map<string, number>();
  const mailbox = await openMailbox({
    onData: (stream, session, callback) => {
      const take = async (): Promise<void> => {
        await stream.toArray();
        await sleep(SMTP_MS);
        const [to] = session.envelope.rcptTo;
        cameAt.set(to!.address, performance.now());
        callback();
      };
      void take();
    },
  });
  return { ...mailbox, cameAt };
}

/** What was posted, when, how long the answer took, and whether it was refused. */
interface Posted {
  address: string;
  isCrowd: boolean;
  at: number;
  ms: number;
  /** The last part of the problem's type, where it was refused. */
  refusal: string | null;
}

async function post(
  client: PostClient,
  path: string,
  { address, ip }: { address: string; ip: string },
  facts: object = {},
): Promise<Posted> {
  const at = performance.now();
  const headers = [`X-Forwarded-For: ${ip}`, `Idempotency-Key: ${randomUUID()}`];
  let refusal: string | null = null;
  const ms = await timed(() =>
    client
      .post(path, headers, JSON.stringify({ email: address, ...facts }))
      .catch((problem: Error) => {
        refusal = (JSON.parse(problem.message) as { type: string }).type.split(':').at(-1)!;
      }),
  );
  return { address, isCrowd: ip === CROWD, at, ms, refusal };
}

const CROWD = '192.0.2.1';
const FACTS = {
  kind: 'person',
  name: 'Ada Example',
  public: true,
  adult: true,
  notice: NOTICE_VERSION,
};

/** Runs every `step`th of `count`, each at its time of an even spread. */
async function inTime<T>(
  { first = 0, step = 1, count }: { first?: number; step?: number; count: number },
  work: (nth: number) => Promise<T>,
): Promise<T[]> {
  const begin = performance.now();
  const done: T[] = [];
  for (let nth = first; nth < count; nth += step) {
    // Each has its time; the answer to the one before is there by then.
    // oxlint-disable-next-line no-await-in-loop
    await sleep(Math.max(0, begin + (nth * IN_MS) / count - performance.now()));
    // oxlint-disable-next-line no-await-in-loop
    done.push(await work(nth));
  }
  return done;
}

/** The same on several connections, which take turns. */
async function onConnections<T>(
  url: string,
  { step, count }: { step: number; count: number },
  work: (client: PostClient, nth: number) => Promise<T>,
): Promise<T[]> {
  const clients = await Promise.all(Array.from({ length: step }, () => openClient(url)));
  const all = await Promise.all(
    clients.map((client, first) => inTime({ first, step, count }, (nth) => work(client, nth))),
  );
  for (const { close } of clients) close();
  return all.flat();
}

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const seconds = (all: readonly number[]): string => {
  const { median, p99, max } = spreadOf(all);
  return `${inSeconds(median)} (p99 ${inSeconds(p99)}, last ${inSeconds(max)})`;
};
const milliseconds = (all: readonly number[]): string => {
  const { median, p99 } = spreadOf(all);
  return `${median.toFixed(1)} ms (p99 ${p99.toFixed(1)})`;
};

/** How long each mail took from its request on. */
function delayRow(what: string, posted: readonly Posted[], cameAt: Map<string, number>): Row {
  const came = posted.flatMap(({ address, at }) => {
    const time = cameAt.get(address);
    return time === undefined ? [] : [time - at];
  });
  const refusals = Map.groupBy(
    posted.flatMap(({ refusal }) => refusal ?? []),
    (code) => code,
  );
  const refused = [...refusals]
    .map(([code, { length }]) => `, ${length} refused: ${code}`)
    .join('');
  return {
    what: `${what}: until the email is there`,
    ours: `${seconds(came)}; ${came.length} of ${posted.length} came${refused}`,
    goal: 'all within 120 s',
    isMet: came.length === posted.length && Math.max(...came) <= GOAL_MS,
  };
}

export async function measureMails(world: World): Promise<Row[]> {
  const mailbox = await openSlowMailbox();
  const env = {
    ...(await world.database('mails', fill)),
    SMTP_URL: mailbox.url,
    TRUSTED_PROXIES: '127.0.0.1,::1',
    LOG_LEVEL: 'error',
  };
  const server = await startServer(env);
  try {
    await server.ready;
    const { url } = server;
    const reads: number[] = [];
    const [signUps, signIns] = await Promise.all([
      onConnections(url, { step: CONNECTIONS, count: SIGN_UPS }, (client, nth) => {
        const ip = nth % CROWD_EACH === 0 ? CROWD : `10.${nth >> 8}.${nth & 255}.1`;
        return post(client, '/api/v1/signatories', { address: addressOf(nth), ip }, FACTS);
      }),
      onConnections(url, { step: 1, count: SIGN_INS }, (client, nth) =>
        post(client, '/api/v1/links', { address: memberOf(nth), ip: `172.16.${nth}.1` }),
      ),
      inTime({ count: SIGN_INS * 4 }, async () => {
        reads.push(await timed(async () => (await fetch(url)).text()));
      }),
    ]);
    const taken = [...signUps, ...signIns].filter(({ refusal }) => refusal === null).length;
    const givenUp = performance.now() + GIVEN_UP_MS;
    // oxlint-disable-next-line no-await-in-loop
    while (mailbox.cameAt.size < taken && performance.now() < givenUp) await sleep(250);
    const rate = `${SIGN_UPS.toLocaleString('en')} sign-ups in ${IN_MS / 1000} s, ${SMTP_MS} ms a mail`;
    return [
      delayRow(rate, signUps, mailbox.cameAt),
      delayRow(
        '500 of them behind one address',
        signUps.filter(({ isCrowd }) => isCrowd),
        mailbox.cameAt,
      ),
      delayRow('who signs in beside them', signIns, mailbox.cameAt),
      ...[
        { what: 'a sign-up', all: signUps.map(({ ms }) => ms) },
        { what: 'asking for a link beside them', all: signIns.map(({ ms }) => ms) },
        { what: 'the page beside them', all: reads },
      ].map(({ what, all }) => ({
        what: `${what}: until the answer`,
        ours: milliseconds(all),
        goal: '',
        isMet: null,
      })),
    ];
  } finally {
    await server.stop();
    await mailbox.close();
  }
}
