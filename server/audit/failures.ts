import { outsideRequest } from '../db/request-context.ts';
import { refusalOf } from '../actor.ts';
import type { Context, Failure } from '../context.ts';
import { audit, type Deed } from './audit.ts';

const HOUR_MS = 3_600_000;
/** More networks an hour share a line. */
const NETWORKS = 50;
const OTHERS = 'others';

/**
 * Each account, or network without one, gets a line for its 1st, 10th, 100th … failure of an hour: strangers can cause
 * any number. It is written apart from the request, whose time must not tell whether an address is an admin's.
 */
export function noteFailures(ctx: Pick<Context, 'db' | 'now' | 'log'>): Context['failed'] {
  let hour = 0;
  const counts = new Map<string, number>();
  const networks = new Set<string>();
  const keyOf = ({ act, account, by, facts }: Failure): string => {
    const means = by.kind === 'admin' ? by.meansId : null;
    if (account !== null) return [act, account, means, facts?.['right']].join(' ');
    const from = by.from ?? '';
    if (networks.size < NETWORKS) networks.add(from);
    return `${act} ${networks.has(from) ? from : OTHERS}`;
  };
  return (failure) => {
    const now = Math.floor(ctx.now().getTime() / HOUR_MS);
    if (now !== hour) {
      hour = now;
      counts.clear();
      networks.clear();
    }
    const key = keyOf(failure);
    const times = (counts.get(key) ?? 0) + 1;
    counts.set(key, times);
    // A database that lost entries takes no writes; one that can't be reached loses the line.
    if (!/^10*$/.test(String(times)) || ctx.log.stopped !== null) return;
    const { act, account, by, facts } = failure;
    const deed: Deed = {
      act,
      object: by.kind === 'admin' && act === 'admin.refused' ? null : account,
      facts: { ...facts, ...(times > 1 && { times }) },
    };
    void outsideRequest(() => ctx.db.transaction((tx) => audit(tx, ctx, by, deed))).catch(() => {});
  };
}

/** `route` is the pattern, without the address's parameters. */
export function noteRefusedRight(ctx: Pick<Context, 'failed'>, error: Error, route: string): void {
  const refusal = refusalOf(error);
  if (refusal === null) return;
  const { actor, right } = refusal;
  const account = actor.adminId ?? actor.by;
  ctx.failed({ act: 'admin.refused', account, by: actor, facts: { right, route } });
}
