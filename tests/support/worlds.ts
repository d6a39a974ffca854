import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { INITIATIVE, startApp, type TestApp } from './app.ts';
import { checkLedger } from './check-ledger.ts';

/** After the last day of the examples. */
const NOW = new Date('2026-11-24T12:00:00Z');

const example = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(PROJECT_ROOT, 'examples', `${name}.json`), 'utf8'));

/** A deployment in each state that pages must suit: what its initiative file says. */
const FILES = {
  demo: () => example('demo'),
  atom: () => example('atom'),
  bloom: () => example('bloom'),
  /** Targets, and nothing else yet. */
  fresh: async () => INITIATIVE,
  /** No initiative at all. */
  unloaded: async () => null,
  crowd: async () => crowd(),
};
export type World = keyof typeof FILES;

export interface Worlds {
  /** Started when it is first asked for. */
  of: (world: World) => Promise<TestApp>;
  /** Checks the ledger of each, and ends it. */
  close: () => Promise<void>;
}

export function openWorlds(): Worlds {
  const apps = new Map<World, Promise<TestApp>>();
  const start = async (world: World): Promise<TestApp> =>
    // The crowd pledges until months after the bundled rates end.
    startApp({ initiative: await FILES[world](), now: NOW, useOldRates: world === 'crowd' });
  return {
    of: (world) => {
      const app = apps.get(world) ?? start(world);
      apps.set(world, app);
      return app;
    },
    close: async () => {
      for (const [world, starting] of apps) {
        const app = await starting;
        if (world !== 'unloaded') await checkLedger(app);
        await app.close();
      }
    },
  };
}

const PEOPLE = 60;
const ORGANISATIONS = 40;
const PLEDGES = 300;

/** What is awkward to lay out: a word that no line holds, a wide script, a long line. */
const AWKWARD = [
  'Wordwithoutanend'.repeat(8),
  '예시 공개 모델 재단',
  'Example and Sons, '.repeat(9).trim(),
];

const CURRENCIES = ['USD', 'EUR', 'KRW', 'JPY', 'GBP', 'CHF'];
const GPUS = ['H100-SXM', 'B200', 'MI300X', 'TPU-v5p'];
const SITES = ['Oslo', 'Seoul', 'Montréal', 'Sitewithoutanend'.repeat(6)];

const cycle = <T>(items: T[], index: number): T => items[index % items.length]!;
const dayOf = (index: number): string =>
  new Date(Date.UTC(2025, 10, 1 + index)).toISOString().slice(0, 10);

/** Many of everything, past each goal, with long words in each place that takes a person's. */
function crowd(): unknown {
  return {
    initiative: {
      ...INITIATIVE.initiative,
      name: AWKWARD[0],
      call: 'A call that is as long as a call may be, and goes on. '.repeat(5).trim(),
      note: `${AWKWARD[2]}\n${AWKWARD[0]}`,
      demonstration: true,
      deadlineOn: '2027-06-30',
    },
    recipient: {
      name: AWKWARD[0],
      registration: AWKWARD[0],
      country: 'Nowhere',
      taxStatus: AWKWARD[2],
      contact: `${'contact'.repeat(12)}@example.org`,
    },
    reported: AWKWARD.map((name, index) => ({
      name,
      role: AWKWARD[0],
      affiliation: AWKWARD[2],
      source: `https://${'press'.repeat(9)}.example/${index}/${'path'.repeat(40)}`,
      reportedOn: '2026-01-02',
    })),
    signatories: Array.from({ length: PEOPLE + ORGANISATIONS }, (_, index) => signatory(index)),
    pledges: Array.from({ length: PLEDGES }, (_, index) => pledge(index)),
  };
}

function signatory(index: number): unknown {
  const key = `s${index}`;
  const name = AWKWARD[index] ?? `Example ${index}`;
  if (index < ORGANISATIONS) return { key, kind: 'organisation', name, signedOn: '2025-10-01' };
  const url = `https://person-${index}.example`;
  return { key, kind: 'person', name, affiliation: cycle(AWKWARD, index), url };
}

function pledge(index: number): unknown {
  const key = `p${index}`;
  const who = `s${index % (PEOPLE + ORGANISATIONS)}`;
  const accept = { verb: 'accept', occurredOn: dayOf(index) };
  const commit = {
    verb: 'commit',
    occurredOn: dayOf(index),
    evidence: { grade: 'signed-agreement' },
  };
  if (index % 3 > 0) {
    const facts = { kind: 'funding', asset: cycle(CURRENCIES, index), amount: '1234567' };
    const receive = {
      verb: 'receive',
      amount: '123456',
      occurredOn: dayOf(index + 40),
      evidence: { grade: 'payment' },
    };
    const movements = [accept, commit, receive].slice(0, 1 + (index % 4));
    return { key, signatory: who, ...facts, movements };
  }
  const from = cycle(['2026-03-01', '2026-06-15', '2027-01-01'], index / 3);
  const windows = [{ gpus: 200 + index, from, to: '2028-01-01' }];
  const facts = { kind: 'compute', asset: cycle(GPUS, index), site: cycle(SITES, index), windows };
  const movements = [accept, commit].slice(0, 1 + (index % 2));
  return { key, signatory: who, ...facts, movements };
}
