import { createHash, timingSafeEqual } from 'node:crypto';
import { SETUP, type Admin } from '../actor.ts';
import { hasOwner } from '../admins/holder.ts';
import { keepAdmins, readAdmins } from '../admins/keep.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import type { Gate } from '../http/gate.ts';
import { checkFile } from '../import/file.ts';
import { importFile } from '../import/import.ts';
import { canSetUp, findInitiative } from '../initiative/read.ts';
import { keepTyped } from '../trial/folder.ts';
import { inGroups, randomCode, typedCode } from '../ledger/codes.ts';

const CODE_LENGTH = 16;
/** Enough for a person's slips. */
const MAX_WRONG = 10;

/** `locked`: after too many wrong codes, until the next start. */
type Standing = 'right' | 'wrong' | 'locked';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

export function makeSetupCode(randomBytes: (size: number) => Buffer) {
  const code = randomCode(randomBytes, CODE_LENGTH);
  const expected = sha256(code);
  let wrong = 0;
  return {
    text: inGroups(code),
    check(given: string): Standing {
      // The right one always works: a stranger must not lock the owner out.
      if (timingSafeEqual(sha256(typedCode(given)), expected)) return 'right';
      if (wrong >= MAX_WRONG) return 'locked';
      wrong += 1;
      return 'wrong';
    },
  };
}

interface Running {
  gate: Gate | null;
  /** public/public-cache.ts */
  publicCache: {
    refresh: () => Promise<void>;
    replace: (work: () => Promise<void>) => Promise<void>;
  };
}

export type Setup = ReturnType<typeof createSetup>;

/** Until there is an initiative, and somebody owns it. */
export function createSetup(ctx: Context, running: Running) {
  const code = makeSetupCode(ctx.randomBytes);
  let begun: { text: string; started: Promise<boolean> } | null = null;
  let failure: unknown = null;
  const current = () => findInitiative(ctx.db);
  const open = async () => ({
    // While there is nothing but a demonstration.
    initiative: canSetUp(ctx, await current()),
    owner: !(await hasOwner(ctx.db)),
  });
  const isOpen = async (): Promise<boolean> => Object.values(await open()).some(Boolean);
  const start = async (initiative: unknown, actor: Admin): Promise<boolean> => {
    try {
      const { ending } = await beginOwn(ctx, running, initiative, actor);
      ending?.catch((error: unknown) => {
        begun = null;
        failure = error;
      });
      return ending !== null;
    } catch (error) {
      begun = null;
      throw error;
    }
  };
  return {
    open,
    current,
    /** To print; null when there is nothing to do. */
    address: async (): Promise<string | null> =>
      (await isOpen()) ? `${ctx.config.baseUrl}/setup?code=${code.text}` : null,
    /** Throws `invalid-input`. */
    check: (initiative: unknown): void => void checkFile(initiative, ctx.now()),
    /** An empty code is no try. `closed`: there is no set-up, which a wrong code isn't told. */
    async standing(given: string, isOwner = false): Promise<Standing | 'closed'> {
      if (isOwner && (await open()).initiative) return 'right';
      const answer = given === '' ? 'wrong' : code.check(given);
      return answer === 'right' || (await isOpen()) ? answer : 'closed';
    },
    /**
     * The caller has checked the code; `owner` is signed in. A double click is done once. Throws as `beginOwn`. True
     * while a demonstration is put aside: the gate holds whoever asks until that has ended.
     */
    begin: async (initiative: unknown, owner: Admin | null): Promise<boolean> => {
      const text = JSON.stringify(initiative);
      begun ??= { text, started: start(initiative, { ...SETUP, ...owner, by: 'setup' }) };
      if (begun.text !== text) throw alreadySetUp();
      return begun.started;
    },
    /** Throws, once, what failed after `begin` had answered. */
    checkEnded: (): void => {
      const failed = failure;
      failure = null;
      if (failed !== null) throw failed;
    },
  };
}

export const alreadySetUp = (): DomainError =>
  new DomainError('already-set-up', say().initiative.alreadySetUp);

/**
 * Throws `invalid-input`, with nothing changed, and `already-set-up`. trial/folder.ts argues what a crash leaves.
 * `ending`: what goes on after the answer.
 */
async function beginOwn(
  ctx: Context,
  { gate, publicCache }: Running,
  initiative: unknown,
  actor: Admin,
): Promise<{ ending: Promise<void> | null }> {
  checkFile(initiative, ctx.now());
  const earlier = await findInitiative(ctx.db);
  if (!canSetUp(ctx, earlier)) throw alreadySetUp();
  if (ctx.engine === 'embedded') keepTyped(ctx.config.dataDir, initiative);
  const { beginAnew } = ctx;
  if (!earlier || !beginAnew || !gate) {
    await importOwn(ctx, initiative, actor);
    await publicCache.refresh();
    return { ending: null };
  }
  const replace = async (): Promise<void> => {
    const admins = await readAdmins(ctx.db);
    await beginAnew();
    await keepAdmins(ctx.db, admins);
    await importOwn(ctx, initiative, actor);
  };
  return { ending: gate.alone(() => publicCache.replace(replace)) };
}

async function importOwn(ctx: Context, initiative: unknown, actor: Admin): Promise<void> {
  try {
    await importFile(ctx, actor, initiative);
  } catch (error) {
    // The file was checked, so a replica or a command has loaded another.
    const isLate = error instanceof DomainError && (await findInitiative(ctx.db)) !== null;
    throw isLate ? alreadySetUp() : error;
  }
}
