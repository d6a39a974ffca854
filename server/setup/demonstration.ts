/** The trial's first data: examples/demo.json, and what has to be of today so that no list of the desk is empty. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { actorName, MACHINE, type SignedIn } from '../actor.ts';
import { readBankFile } from '../bank/read-file.ts';
import type { Context } from '../context.ts';
import * as schema from '../db/schema.ts';
import { requestKey } from '../db/write.ts';
import { addDays, today } from '../domain/day.ts';
import { readInitiativeFile } from '../import/file.ts';
import { importFile } from '../import/import.ts';
import { PROJECT_ROOT } from '../paths.ts';
import { grantRequest, requestChange } from '../pledges/requests.ts';
import type { RequestInput } from '../pledges/schemas.ts';

const example = (name: string): string => join(PROJECT_ROOT, 'examples', name);

export async function loadDemonstration(ctx: Context): Promise<void> {
  await importFile(ctx, MACHINE, await readInitiativeFile(example('demo.json')));
  const { ref, request } = await ask(ctx, 'Prototype Partners', 120_000_000n, {
    kind: 'postpone',
    instalments: [{ dueOn: addDays(today(ctx.now()), 4), amount: '1200000.00' }],
    text: 'We pay once our fund has closed.',
  });
  await grantRequest(ctx, MACHINE, requestKey('admin', randomUUID()), ref, {
    request,
    reason: 'Agreed.',
  });
  await ask(ctx, 'Pretend Philanthropy', 350_000_000n, {
    kind: 'reduce',
    amount: '500000.00',
    text: 'Our board cut next year’s budget by a seventh.',
  });
  const bytes = await readFile(example('statement.csv'));
  await readBankFile(ctx, MACHINE, { bytes, answers: { account: 'DEMONSTRATION0001' } });
}

/** As the giver whose pledge of that much it is. */
async function ask(
  ctx: Context,
  name: string,
  quantity: bigint,
  input: RequestInput,
): Promise<{ ref: string; request: string }> {
  const { pledge, signatory } = schema;
  const [asked] = await ctx.db
    .select({ ref: pledge.ref, signatoryId: signatory.id })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .where(and(eq(signatory.name, name), eq(pledge.quantity, quantity)));
  const { ref, signatoryId } = asked!;
  const giver: SignedIn = { kind: 'signatory', signatoryId, sessionId: '', confirmedAt: ctx.now() };
  const key = requestKey(actorName(giver), randomUUID());
  const { body } = await requestChange(ctx, giver, key, ref, input);
  return body as { ref: string; request: string };
}
