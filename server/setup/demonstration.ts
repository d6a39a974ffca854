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
import { requestChange } from '../pledges/requests.ts';

/** Of examples/demo.json. */
const DUE_THIS_WEEK = 'f09';
const ASKS_FOR_LESS = { name: 'Pretend Philanthropy', quantity: 350_000_000n };

export async function loadDemonstration(ctx: Context): Promise<void> {
  const file = (await readInitiativeFile(join(PROJECT_ROOT, 'examples/demo.json'))) as {
    pledges: Record<string, unknown>[];
  };
  const pledge = file.pledges.find(({ key }) => key === DUE_THIS_WEEK)!;
  const dueOn = addDays(today(ctx.now()), 4);
  pledge['instalments'] = [{ dueOn, amount: pledge['amount'] }];
  await importFile(ctx, MACHINE, file);
  await askForLess(ctx);
  const bytes = await readFile(join(PROJECT_ROOT, 'examples/statement.csv'));
  await readBankFile(ctx, MACHINE, { bytes, answers: { account: 'DEMONSTRATION0001' } });
}

async function askForLess(ctx: Context): Promise<void> {
  const { pledge, signatory } = schema;
  const [asked] = await ctx.db
    .select({ ref: pledge.ref, signatoryId: signatory.id })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .where(
      and(eq(signatory.name, ASKS_FOR_LESS.name), eq(pledge.quantity, ASKS_FOR_LESS.quantity)),
    );
  const { ref, signatoryId } = asked!;
  const giver: SignedIn = { kind: 'signatory', signatoryId, sessionId: '', confirmedAt: ctx.now() };
  const key = requestKey(actorName(giver), randomUUID());
  const text = 'Our board cut next year’s budget by a seventh.';
  await requestChange(ctx, giver, key, ref, { kind: 'reduce', amount: '500000.00', text });
}
