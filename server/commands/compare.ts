import { parseArgs } from 'node:util';
import { MACHINE } from '../actor.ts';
import { ConfigError } from '../config.ts';
import { runOrExplain } from '../explain.ts';
import { parse } from '../http/parse.ts';
import { onLedger } from '../trial/on-ledger.ts';
import { compareInput, compareWithStripe, type Compared } from '../payments/compare/compare.ts';
import { inContext } from './support.ts';

/** npm run compare -- --from DAY --to DAY */

const amountOf = (amount: string | null, currency: string): string =>
  amount === null ? 'nothing' : `${amount} ${currency}`;

function print({ from, to, compared, differences, named }: Compared): void {
  const lines = named.map(
    ({ kind, object, verb, currency, theirs, ours, day, takenBackOn }) =>
      `${day} ${kind}: ${verb} ${object}: ${amountOf(theirs, currency)} with Stripe, ${amountOf(ours, currency)} here${takenBackOn === null ? '' : `, taken back by hand on ${takenBackOn}`}`,
  );
  const unnamed = differences - named.length;
  if (unnamed > 0) lines.push(`… and ${unnamed} more: see the desk`);
  lines.push(
    `${from} to ${to}: ${compared} compared with Stripe, ${differences} ${differences === 1 ? 'differs' : 'differ'}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  if (differences > 0) process.exitCode = 1;
}

await runOrExplain(async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
  const { from, to } = values;
  if (from === undefined || to === undefined) {
    throw new ConfigError('say which days: npm run compare -- --from DAY --to DAY');
  }
  const input = parse(compareInput, { from, to });
  const answer = await onLedger<Compared>({
    here: (config) =>
      inContext(config, async (ctx) => (await compareWithStripe(ctx, MACHINE, null, input)).body),
    path: '/api/v1/admin/payments/compare',
    body: () => input,
  });
  print(answer);
});
