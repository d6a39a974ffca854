import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { countUse } from '../db/limit.ts';
import { provedAddress, queueToAdmins, type Mail } from '../mail/queue.ts';
import { queueOnce, type Told } from '../mail/once.ts';
import type { LockedGiver } from './acceptance.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { isLater, termsDifference, type ScheduleChange } from '../domain/terms-change.ts';
import type { OpenPledge } from './open-pledge.ts';
import type { PledgeRow } from './pledge-row.ts';
import type { MoveVerb } from '../domain/stage.ts';

interface Decided extends Pick<Extract<Mail, { kind: 'decided' }>, 'decision' | 'reason'> {
  /** Of an acceptance. A pledge may be accepted again. */
  batch?: string;
}

export function decidedMails(
  giver: LockedGiver,
  { ref, asset, quantity, asked, revision }: PledgeRow,
  { batch, ...decided }: Decided,
): Told[] {
  const address = provedAddress(giver);
  if (address === null) return [];
  const mail: Mail = {
    kind: 'decided',
    ref,
    ...decided,
    asset,
    quantity: String(asked ? BigInt(asked.quantity) - quantity : quantity),
    isMore: asked !== null,
  };
  const occasion = batch ?? `${decided.decision} ${revision}`;
  return [{ to: { address }, mail, object: ref, occasion }];
}

export const tellGiver = (
  ctx: Context,
  tx: Tx,
  giver: LockedGiver,
  row: PledgeRow,
  decided: Decided,
): Promise<number> => queueOnce(tx, ctx, decidedMails(giver, row, decided));

/** The movements by hand that the giver is told of; an import tells nobody. */
export const TOLD_VERBS: ReadonlySet<string> = new Set<MoveVerb>(['commit', 'receive', 'refund']);

/** Tells a giver of a batch, `unless` at the payer's address, which is told of the payment. */
export const movedMail = (
  { ref, signatoryId }: Pick<PledgeRow, 'ref' | 'signatoryId'>,
  batch: string,
  unless: string | null = null,
): Told => ({
  to: { signatoryId, unless },
  mail: { kind: 'moved', ref, batch },
  object: ref,
  occasion: batch,
});

const DAY_SECONDS = 86_400;
/** A giver could withdraw a cent at a time. The desk shows the others. */
const MOST_A_DAY = 20;

/** Tells the admins that a giver withdrew a promise, or will pay later, by `schedule`. */
export async function tellStepBack(
  ctx: Context,
  tx: Tx,
  { ref, asset, signatoryId }: PledgeRow,
  { quantity, schedule }: { quantity: bigint; schedule: ScheduleChange | null },
): Promise<void> {
  const use = { name: 'step back', key: signatoryId, seconds: DAY_SECONDS };
  if ((await countUse({ db: tx, now: ctx.now }, use)).uses > MOST_A_DAY) return;
  const mail = { kind: 'step-back', ref, asset, quantity: `${quantity}`, schedule } as const;
  await queueToAdmins(tx, ctx, mail);
}

/** Only if less is due by some day than before. */
export async function tellPutOff(
  ctx: Context,
  tx: Tx,
  { row, book }: OpenPledge,
  instalments: PledgeRow['instalments'],
): Promise<void> {
  const before = book.terms;
  const after = { quantity: before.quantity, instalments: instalments.map(instalmentOf) };
  const difference = termsDifference(before, after);
  if (!difference?.schedule || !isLater(before.instalments, after.instalments)) return;
  const { changed: quantity, schedule } = difference;
  await tellStepBack(ctx, tx, row, { quantity, schedule });
}
