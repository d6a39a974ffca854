import type { Readable } from 'node:stream';
import { currentRequest } from '../db/request-context.ts';
import { DomainError } from '../domain/errors.ts';
import type { Audience } from './file.ts';

/** Each file that is being read holds a connection of the database and a snapshot. */
const AT_ONCE: Record<Audience, number> = { admin: 2, desk: 2, public: 4 };
/** A stranger who has read for so long gives way to another network. */
const GIVES_WAY_MS = 10_000;

export interface Slot {
  audience: Audience;
  network: string;
  since: number;
  /** Null until the database has begun. */
  rows: Readable | null;
}

/** Who reads a file now. */
export function createSlots(givesWayMs = GIVES_WAY_MS) {
  /** The oldest first. */
  const taken = new Set<Slot>();
  return {
    /** Throws `busy` while the audience has all its slots, or a stranger's network has its one. */
    take: (audience: Audience): Slot => {
      const slot = { audience, network: currentRequest()?.network ?? '', since: performance.now() };
      const others = [...taken].filter((each) => each.audience === audience);
      const isPublic = audience === 'public';
      if (isPublic && others.some(({ network }) => network === slot.network)) {
        throw busy('A file is being downloaded from your network. Try again when that is done.');
      }
      if (others.length >= AT_ONCE[audience]) {
        const [oldest] = others;
        if (!isPublic || slot.since - oldest!.since < givesWayMs) {
          throw busy(
            `${AT_ONCE[audience]} files are being downloaded. Try again when one of them is done.`,
          );
        }
        taken.delete(oldest!);
        oldest!.rows?.destroy(new Error('the reader gave way to another network'));
      }
      const fresh = { ...slot, rows: null };
      taken.add(fresh);
      return fresh;
    },
    free: (slot: Slot): void => void taken.delete(slot),
  };
}

const busy = (detail: string): DomainError => new DomainError('busy', detail);
