import { createHash, timingSafeEqual } from 'node:crypto';
import { MACHINE } from '../actor.ts';
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
  face: { refresh: () => Promise<void>; replace: (work: () => Promise<void>) => Promise<void> };
}

export type Setup = ReturnType<typeof createSetup>;

/** Until there is an initiative, and somebody owns it. */
export function createSetup(ctx: Context, running: Running) {
  const code = makeSetupCode(ctx.randomBytes);
  let begun: string | null = null;
  const current = () => findInitiative(ctx.db);
  const open = async () => ({
    // While there is nothing but a demonstration.
    initiative: canSetUp(ctx, await current()),
    owner: !(await hasOwner(ctx.db)),
  });
  const isOpen = async (): Promise<boolean> => Object.values(await open()).some(Boolean);
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
    /** The caller has checked the code. A double click is done once. Throws as `beginOwn`. */
    async begin(initiative: unknown): Promise<void> {
      const text = JSON.stringify(initiative);
      if (begun === text) return;
      if (begun !== null) throw alreadySetUp();
      begun = text;
      try {
        await beginOwn(ctx, running, initiative);
      } catch (error) {
        begun = null;
        throw error;
      }
    },
  };
}

export const alreadySetUp = (): DomainError =>
  new DomainError('already-set-up', say().initiative.alreadySetUp);

/** Throws `invalid-input`, with nothing changed, and `already-set-up`. trial/folder.ts argues what a crash leaves. */
async function beginOwn(ctx: Context, { gate, face }: Running, initiative: unknown): Promise<void> {
  checkFile(initiative, ctx.now());
  const earlier = await findInitiative(ctx.db);
  if (!canSetUp(ctx, earlier)) throw alreadySetUp();
  if (ctx.engine === 'embedded') keepTyped(ctx.config.dataDir, initiative);
  const { beginAnew } = ctx;
  if (earlier && beginAnew && gate) {
    await gate.alone(() =>
      face.replace(async () => {
        const admins = await readAdmins(ctx.db);
        await beginAnew();
        await importOwn(ctx, initiative);
        await keepAdmins(ctx.db, admins);
      }),
    );
  } else {
    await importOwn(ctx, initiative);
    await face.refresh();
  }
}

async function importOwn(ctx: Context, initiative: unknown): Promise<void> {
  try {
    await importFile(ctx, MACHINE, initiative);
  } catch (error) {
    // The file was checked, so a replica or a command has loaded another.
    const isLate = error instanceof DomainError && (await findInitiative(ctx.db)) !== null;
    throw isLate ? alreadySetUp() : error;
  }
}
