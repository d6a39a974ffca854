import { keepLastCheckpoint } from './last-checkpoint.ts';

/** Keeps the newest notes in DATA_DIR whenever they change, and knows when that failed. */
export interface Keeper {
  keep: (notes: string[]) => void;
  /** After another ledger has taken this one's place. */
  forget: () => void;
  /** Why the last ones could not be kept; null when they were. */
  trouble: () => string | null;
}

interface Log {
  error: (facts: object, message: string) => void;
}

export function openKeeper(dataDir: string, log: Log): Keeper {
  let kept = '';
  let trouble: string | null = null;
  return {
    keep: (notes) => {
      if (notes.length === 0 || notes.join() === kept) return;
      try {
        keepLastCheckpoint(dataDir, notes);
        kept = notes.join();
        trouble = null;
      } catch (error) {
        trouble = `DATA_DIR can't be written: ${(error as Error).message}`;
        log.error({ err: error }, 'the last checkpoint could not be kept in DATA_DIR');
      }
    },
    forget: () => {
      kept = '';
    },
    trouble: () => trouble,
  };
}
