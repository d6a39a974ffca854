/**
 * npm run crash -- [--rounds 20] [--engine embedded|postgres|both]
 *
 * Kills the server again and again while clients write to it, and then checks from outside that
 * everything it acknowledged is in the ledger exactly once, and that a request whose answer was
 * lost, sent again with its key, lands once. Exits with 1 when anything is not so.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../server/paths.ts';
import {
  finish,
  hold,
  openClients,
  repeat,
  retry,
  write,
  type Clients,
  type Seen,
} from './crash/clients.ts';
import { embeddedEngine, postgresEngine, type Engine, type Held } from './crash/engine.ts';
import { isAlive } from './crash/http.ts';
import { ownEnv, startServer, type Env, type Server } from './support/server.ts';

/** What is killed in a round: the server while it writes, and then perhaps once more. */
const FAULTS = ['writing', 'start', 'retry', 'database'] as const;
type Fault = (typeof FAULTS)[number];

const WRITING_MS = [50, 1_500] as const;
/** A start takes about a second: before, during and just after migrations and import. */
const STARTING_MS = [1, 1_200] as const;
const RETRYING_MS = [1, 60] as const;

interface Game {
  engine: Engine;
  env: Env;
  clients: Clients;
  kills: number;
}

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const initiative = {
  initiative: {
    name: 'Crash test',
    call: 'Nothing acknowledged is lost.',
    currency: 'USD',
    targets: { funding: '100000000.00', gpus: 10_000, gpuHours: '87600000.00' },
  },
};

function openGame(engine: Engine, folder: string): Game {
  const initiativeFile = join(folder, 'initiative.json');
  writeFileSync(initiativeFile, JSON.stringify(initiative));
  const token = randomBytes(16).toString('hex');
  const acksFile = join(folder, 'acks.jsonl');
  writeFileSync(acksFile, '');
  const env = {
    ...engine.env,
    INITIATIVE: initiativeFile,
    LEDGER_KEY: randomBytes(32).toString('base64'),
    ADMIN_TOKEN: token,
    LOG_LEVEL: 'error',
  };
  const clients = openClients({ token, acksFile, intentsFile: join(folder, 'intents.jsonl') });
  return { engine, env, clients, kills: 0 };
}

async function kill(game: Game, server: Server): Promise<void> {
  game.kills += 1;
  await server.kill();
}

async function startReady({ env }: Game): Promise<Server> {
  const server = await startServer(env);
  await server.ready;
  return server;
}

/** Starts the server and kills it at some point of its start, one to three times. */
async function killStarts(game: Game): Promise<void> {
  for (let times = randomInt(1, 4); times > 0; times--) {
    const server = await startServer(game.env);
    await sleep(randomInt(...STARTING_MS));
    await kill(game, server);
  }
}

/** Breaks something while the clients write; answers a server that runs. */
async function breakDown(game: Game, server: Server, fault: Fault): Promise<Server> {
  const { clients, engine } = game;
  write(clients, server.url);
  await sleep(randomInt(...WRITING_MS));
  if (fault === 'database') {
    game.kills += 1;
    await engine.killDatabase!();
    await hold(clients);
    if (await isAlive(server.url)) return server;
    clients.seen.violations.push(`the server fell with its database:\n${server.log()}`);
    return startReady(game);
  }
  await kill(game, server);
  await hold(clients);
  if (fault === 'start') await killStarts(game);
  const next = await startReady(game);
  if (fault !== 'retry') return next;
  const retrying = retry(clients, next.url);
  await sleep(randomInt(...RETRYING_MS));
  await kill(game, next);
  await retrying;
  return startReady(game);
}

async function playRound(game: Game, server: Server, round: number): Promise<Server> {
  const { clients } = game;
  const { seen } = clients;
  const faults = FAULTS.filter((fault) => fault !== 'database' || game.engine.killDatabase);
  const fault = faults[(round - 1) % faults.length]!;
  const { retried, landed } = seen;
  const before = seen.acknowledged.length;
  const next = await breakDown(game, server, fault);
  const acknowledged = seen.acknowledged.length - before;
  await retry(clients, next.url);
  await repeat(clients, next.url);
  const again = seen.retried - retried;
  say(
    `${game.engine.name} round ${round}, killed: ${fault.padEnd(8)}  ${acknowledged} acknowledged, ` +
      `${again} retried, of which ${seen.landed - landed} had already landed`,
  );
  return next;
}

/** The verifier that anyone has, on the ledger that is left, with the acknowledgements. */
function verify({ env, clients: { acksFile } }: Game): boolean {
  const file = join(PROJECT_ROOT, 'dist/commands/verify.js');
  const args = ['--disable-warning=ExperimentalWarning', file, '--acks', acksFile];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: ownEnv(env),
    encoding: 'utf8',
  });
  say(`${stdout}${stderr}`.trim().replaceAll(/^/gm, '  '));
  return status === 0;
}

/** How much the acknowledgements say there is, beside how much there is: exactly that. */
function compare({ acknowledged, notes }: Seen, held: Held): boolean {
  const of = (pattern: RegExp) =>
    acknowledged.filter(({ request }) => pattern.test(request.path)).length;
  const moved = acknowledged.reduce(
    (sum, { body }) => sum + ((body['movements'] as unknown[] | undefined)?.length ?? 0),
    0,
  );
  const ofInitiative = 1;
  const signed = of(/\/publish$/);
  const accepted = of(/\/accept$/);
  const rows: [string, number, number][] = [
    ['requests', acknowledged.length, held.keys],
    ['signatories', of(/\/signatories$/), held.signatories],
    ['pledges', of(/\/pledges$/), held.pledges],
    ['movements', moved, held.movements],
    ['entries', ofInitiative + signed + accepted + moved, held.entries],
    ['served checkpoints', notes.size, [...notes].filter((note) => held.notes.has(note)).length],
  ];
  for (const [what, promised, there] of rows) {
    say(
      `  ${what}: ${promised} acknowledged, ${there} there${promised === there ? '' : '  WRONG'}`,
    );
  }
  return rows.every(([, promised, there]) => promised === there);
}

async function play(engine: Engine, folder: string, rounds: number): Promise<boolean> {
  const game = openGame(engine, folder);
  const { clients } = game;
  const { seen } = clients;
  await killStarts(game);
  let server = await startReady(game);
  for (let round = 1; round <= rounds; round++) server = await playRound(game, server, round);
  await finish(clients, server.url);
  const code = await server.stop();
  say(
    `${engine.name}: ${rounds} rounds, ${game.kills} kills, ${seen.acknowledged.length} ` +
      `acknowledged, ${seen.retried} retried, of which ${seen.landed} had already landed`,
  );
  const verified = verify(game);
  const agrees = compare(seen, await engine.held());
  if (code !== 0) say(`  the server did not stop in good order: ${code}\n${server.log()}`);
  for (const violation of seen.violations.slice(0, 10)) say(`  ${violation.slice(0, 400)}`);
  const holds = verified && agrees && code === 0 && seen.violations.length === 0;
  say(`${engine.name}: ${holds ? 'nothing lost, nothing twice' : 'FAILED'}`);
  return holds;
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    engine: { type: 'string', default: 'both' },
  },
});
const wanted = values.engine === 'both' ? ['embedded', 'postgres'] : [values.engine];
let allHold = true;
for (const name of wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'muster-crash-'));
  const open = name === 'postgres' ? postgresEngine : embeddedEngine;
  const engine = await open(folder);
  try {
    const holds = await play(engine, folder, Number(values.rounds));
    if (holds) rmSync(folder, { recursive: true });
    else say(`  what the clients sent and were told: ${folder}`);
    allHold &&= holds;
  } finally {
    await engine.stop();
  }
}
process.exitCode = allHold ? 0 : 1;
