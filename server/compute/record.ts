import { eq } from 'drizzle-orm';
import { requireRight, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as tables from '../db/compute.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { formatGpuHours } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { append } from '../ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { evidenceRow, movementEntries } from '../pledges/record.ts';
import { refOf } from './metered-pledge.ts';
import { planMetering, type PlannedMetering } from './plan.ts';
import { reportOf } from './report.ts';
import { keepFileUse } from './use.ts';

/** Throws as planMetering does. */
export async function previewMetering(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<PlannedMetering> {
  requireRight(actor, 'record');
  return ctx.metering(() =>
    ctx.db.transaction((tx) => planMetering(ctx, tx, id, { keeps: false })),
  );
}

/** Makes a batch of receipts, or keeps the use. Throws `conflict` where nothing is new or the plan isn't `seen`. */
export async function recordMetering(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
  seen: string | undefined,
): Promise<Answer> {
  requireRight(actor, 'record');
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  const record = async (tx: Tx): Promise<Answer> => {
    const object = await refOf(tx, id);
    await audit(tx, ctx, actor, { act: 'pledge.meter', object, facts: { batch } });
    const planned = await planMetering(ctx, tx, id, { keeps: true, seen });
    const { metering, opened, days, isUse } = planned;
    if (days.length === 0) throw new DomainError('conflict', say().compute.nothingNew);
    await tx.update(tables.metering).set({ batch }).where(eq(tables.metering.id, id));
    await tx.delete(tables.meteringBlock).where(eq(tables.meteringBlock.meteringId, id));
    const evidence = {
      note: `jobs, SHA-256 ${metering.sha256.toString('hex')}`,
      reference: metering.cluster,
    };
    await tx.insert(schema.evidence).values(evidenceRow(batch, evidence, opened.row.asset));
    const entries = days.flatMap(({ on, moves }) =>
      movementEntries(opened.row, { batch, moves, on, grade: 'metered' }),
    );
    if (isUse) await keepFileUse(tx, opened.row.id, id);
    else await append(tx, entries, ctx);
    const { counted } = reportOf(planned);
    return {
      status: 201,
      body: {
        batch,
        movements: entries.length,
        gpuSeconds: counted.gpuSeconds.toString(),
        gpuHours: formatGpuHours(counted.gpuSeconds),
      },
    };
  };
  return ctx.metering(() => write(ctx, key, record));
}
