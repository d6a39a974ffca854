import { FAULT_REFUSALS } from './faults.ts';
import { refused, type World } from './state.ts';

const KEPT_MS = 24 * 3600 * 1000;

export interface Answer {
  status: number;
  body: object;
  isReplayed?: true;
}

interface Kept {
  asked: string;
  at: number;
  /** Null while the first request is running. */
  answer: Answer | null;
}

/** Answers by their Idempotency-Key: what was asked twice happens once, for a day. */
export function newKeys(world: World) {
  const keys = new Map<string, Kept>();
  return async function once(
    key: string | null,
    asked: string,
    act: () => Promise<Answer>,
  ): Promise<Answer> {
    if (key === null) return act();
    const now = world.clock.now.getTime();
    const kept = keys.get(key);
    if (kept && now - kept.at < KEPT_MS) {
      if (kept.asked !== asked)
        throw refused(400, {
          type: 'idempotency_error',
          message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        });
      if (!kept.answer) throw refused(409, FAULT_REFUSALS[409]);
      return { ...kept.answer, isReplayed: true };
    }
    const entry: Kept = { asked, at: now, answer: null };
    keys.set(key, entry);
    entry.answer = await act();
    return entry.answer;
  };
}
