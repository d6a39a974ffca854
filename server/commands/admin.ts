import { parseArgs } from 'node:util';
import { MACHINE } from '../actor.ts';
import { linkForOwner, personInput } from '../admins/enter.ts';
import { ConfigError } from '../config.ts';
import { runOrExplain } from '../explain.ts';
import { parse } from '../http/parse.ts';
import { onLedger } from '../trial/on-ledger.ts';
import { inContext } from './support.ts';

/** npm run admin -- --email ADDRESS --name NAME */

await runOrExplain(async () => {
  const { email, name } = parseArgs({
    options: { email: { type: 'string' }, name: { type: 'string' } },
  }).values;
  if (email === undefined || name === undefined) {
    throw new ConfigError('say who: npm run admin -- --email ADDRESS --name NAME');
  }
  const person = parse(personInput, { email, name });
  const { link } = await onLedger<{ link: string }>({
    here: (config) => inContext(config, (ctx) => linkForOwner(ctx, MACHINE, person)),
    path: '/api/v1/admin/owners',
    body: () => person,
  });
  process.stdout.write(`for ${email}, once, within 24 hours: ${link}\n`);
});
