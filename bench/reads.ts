/**
 * The public's reads against a bare node:http server that sends the same bytes, and at a million
 * movements against a thousand. The servers are processes of their own and take turns in slices of
 * a tenth of a second.
 */
import { startServer } from '../scripts/support/server.ts';
import { record, requestsPerSecond, startBare, type Target } from './support/http-load.ts';
import { perSecond, ratioOf, type Row } from './support/table.ts';
import type { World } from './support/world.ts';

const FEW = 1_000;
const GOAL = 0.85;
const SAME = 0.1;

const PATHS = ['/api/v1/progress', '/'];
const GZIP = { 'accept-encoding': 'gzip, deflate, br, zstd' };

const portOf = ({ url }: { url: string }): number => Number(new URL(url).port);

export async function measureReads(world: World): Promise<Row[]> {
  const envs = [await world.ledger(FEW), await world.ledger(world.movements)];
  const servers = await Promise.all(envs.map((env) => startServer(env)));
  try {
    await Promise.all(servers.map(({ ready }) => ready));
    const [few, many] = servers.map(portOf);
    const rows: Row[] = [];
    for (const path of PATHS) {
      for (const form of ['plain', 'gzip', '304']) {
        rows.push(...(await measure(`GET ${path}, ${form}`, path, form, few!, many!)));
      }
    }
    return rows;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }

  async function measure(what: string, path: string, form: string, few: number, many: number) {
    const ours = await targetOf(many, path, form);
    const bare = await startBare(await record(ours));
    try {
      // Two at a time: a third would find its caches used by two others, and only ours need much of them.
      const pair = async (other: Target) => {
        const [mine, theirs] = await requestsPerSecond([ours, other]);
        return { mine: mine!, theirs: theirs!, ratio: ratioOf(mine!, theirs!) };
      };
      const beside = await pair({ ...ours, port: bare.port });
      const small = await pair(await targetOf(few, path, form));
      const at = (count: number): string => `${what}, ${count.toLocaleString('en')} movements`;
      return [
        {
          what: at(world.movements),
          ours: perSecond(beside.mine),
          baseline: `node:http ${perSecond(beside.theirs)}`,
          ratio: beside.ratio.toFixed(2),
          goal: `≥ ${GOAL}`,
          isMet: beside.ratio >= GOAL,
        },
        {
          what: 'the same',
          ours: perSecond(small.mine),
          baseline: `at ${FEW.toLocaleString('en')}: ${perSecond(small.theirs)}`,
          ratio: small.ratio.toFixed(2),
          goal: `1 ± ${SAME}`,
          isMet: Math.abs(small.ratio - 1) <= SAME,
        },
      ];
    } finally {
      bare.stop();
    }
  }
}

async function targetOf(port: number, path: string, form: string): Promise<Target> {
  if (form === 'plain') return { port, path, headers: {} };
  if (form === 'gzip') return { port, path, headers: GZIP };
  const { headers } = await fetch(`http://localhost:${port}${path}`);
  return { port, path, headers: { ...GZIP, 'if-none-match': headers.get('etag')! } };
}
