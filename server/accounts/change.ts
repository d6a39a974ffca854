import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { requireRight, requireTouch, type Actor, type Admin } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { recipientAccount } from '../db/accounts.ts';
import type { Tx } from '../db/db.ts';
import { admin } from '../db/desk.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { briefOf, perPart, type BankAccount } from '../domain/bank-account.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { lockInitiative } from '../initiative/read.ts';
import { queueToOwners, type AccountChanged } from '../mail/queue.ts';
import { macOf } from './mac.ts';
import { accountOf, statesIn, type AccountState } from './read.ts';
import { checkAccount, type AccountInput, type RemovalInput } from './schemas.ts';

/** Time for an owner who reads the email to step in. */
const SHOWN_AFTER_MS = 24 * 3_600_000;

interface Change {
  currency: string;
  /** Null removes it. */
  account: BankAccount | null;
  keepsOld: boolean;
  seen: number;
}

/** Throws `invalid-input`, `conflict`, `touch-again` and `forbidden`. */
export function enterAccount(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  { until, seen, ...account }: AccountInput,
): Promise<Answer> {
  checkAccount(account);
  const keepsOld = until === 'old';
  return change(ctx, actor, key, { currency: account.currency, account, keepsOld, seen });
}

export const removeAccount = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  { currency, until, seen }: RemovalInput,
): Promise<Answer> =>
  change(ctx, actor, key, { currency, account: null, keepsOld: until === 'old', seen });

/** Throws `conflict` if somebody has changed it meanwhile, and if nothing would change. */
function checkChanges({ revision, newest }: AccountState, wanted: Change, now: Date): void {
  if (revision !== wanted.seen) throw new DomainError('conflict', say().accounts.changedSince);
  if (newest === null || !isDeepStrictEqual(accountOf(newest), wanted.account)) return;
  if (newest.shownFrom > now && newest.keepsOld !== wanted.keepsOld) return;
  throw new DomainError('conflict', say().accounts.nothingChanged);
}

async function change(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  wanted: Change,
): Promise<Answer> {
  requireRight(actor, 'manage');
  // No program changes an account, whatever its rights.
  if (actor.touchedAt === null) throw new DomainError('touch-again', say().access.touchFirst);
  requireTouch(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    await lockInitiative(tx);
    const [state] = await statesIn(tx, ctx, wanted.currency);
    checkChanges(state!, wanted, ctx.now());
    const { currency, account, keepsOld } = wanted;
    const row = {
      ...(account ?? perPart(() => null)),
      currency,
      revision: wanted.seen + 1,
      madeAt: ctx.now(),
      shownFrom: new Date(ctx.now().getTime() + SHOWN_AFTER_MS),
      keepsOld,
    };
    await tx.insert(recipientAccount).values({ ...row, mac: macOf(ctx.accounts.key, row) });
    await tell(tx, ctx, actor, {
      currency,
      was: state!.shown && briefOf(state!.shown),
      is: account && briefOf(account),
      shownFrom: row.shownFrom.toISOString(),
      keepsOld,
    });
    return { status: 201, body: { currency, revision: row.revision } };
  });
}

/** The trail and the owners. */
async function tell(
  tx: Tx,
  ctx: Context,
  actor: Admin,
  { currency, shownFrom, keepsOld, ...briefs }: Omit<AccountChanged, 'kind' | 'by'>,
): Promise<void> {
  const [who] = await tx
    .select({ name: admin.name })
    .from(admin)
    .where(eq(admin.id, actor.adminId!));
  const { is } = briefs;
  await audit(tx, ctx, actor, {
    act: is ? 'account.enter' : 'account.remove',
    object: currency,
    facts: { ending: is && is.ending, shownFrom, until: keepsOld ? 'old' : 'nothing' },
  });
  const mail = { kind: 'account-changed' as const, by: who!.name, currency, shownFrom, keepsOld };
  await queueToOwners(tx, ctx, { ...mail, ...briefs });
}
