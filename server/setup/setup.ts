import { MACHINE } from '../actor.ts';
import { hasOwner } from '../admins/holder.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import type { Gate } from '../http/gate.ts';
import { checkFile } from '../import/file.ts';
import { importFile } from '../import/import.ts';
import { canSetUp, findInitiative, type Initiative } from '../initiative/read.ts';
import { keepTyped } from '../trial/folder.ts';
import { makeSetupCode } from './code.ts';

/** What runs beside the set-up, and has to give way to it. */
export interface Running {
  /** Null where nothing ever gives way: requests need not pass it. */
  gate: Gate | null;
  /** What shows the ledger to the public: public/public-cache.ts. */
  face: { refresh: () => Promise<void>; replace: (work: () => Promise<void>) => Promise<void> };
}

/** What the code is good for at this moment. */
export interface Open {
  /** An initiative of one's own: while nothing but a demonstration is there. */
  initiative: boolean;
  /** The first owner: while there is none. */
  owner: boolean;
}

/** The first run: until there is an initiative of one's own, and somebody owns it. */
export interface Setup {
  open: () => Promise<Open>;
  /** The address that opens it, for whoever started the server; null when there is nothing to do. */
  address: () => Promise<string | null>;
  /**
   * How a code stands to it; an empty one is no try. `closed`: there is no set-up, and whoever asks
   * need not know of any, unless the code is right.
   */
  standing: (given: string) => Promise<'right' | 'wrong' | 'locked' | 'closed'>;
  /** What would give way; null when nothing is there. */
  current: () => Promise<Initiative | null>;
  /**
   * Begins what was typed; the caller has seen the code. The same again, by a double click, is done
   * once. Throws as `beginOwn` does.
   */
  begin: (initiative: unknown) => Promise<void>;
}

export function createSetup(ctx: Context, running: Running): Setup {
  const code = makeSetupCode(ctx.randomBytes);
  /** What is being set up, or was. */
  let begun: string | null = null;
  const current = () => findInitiative(ctx.db);
  const open = async (): Promise<Open> => ({
    initiative: canSetUp(ctx, await current()),
    owner: !(await hasOwner(ctx.db)),
  });
  const isOpen = async (): Promise<boolean> => Object.values(await open()).some(Boolean);
  return {
    open,
    current,
    address: async () =>
      (await isOpen()) ? `${ctx.config.baseUrl}/setup?code=${code.text}` : null,
    async standing(given) {
      const answer = given === '' ? 'wrong' : code.check(given);
      return answer === 'right' || (await isOpen()) ? answer : 'closed';
    },
    async begin(initiative) {
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
  new DomainError('already-set-up', 'This deployment has its initiative; a code works once.');

/**
 * Begins the deployment's own initiative: in the empty database, or in an empty trial that takes the
 * demonstration's place. It is shown when this returns. Throws `invalid-input` naming each wrong
 * field, with nothing changed, and `already-set-up` when somebody else was first. trial-folder.ts
 * argues what a crash leaves.
 */
async function beginOwn(ctx: Context, { gate, face }: Running, initiative: unknown): Promise<void> {
  checkFile(initiative, ctx.now());
  const earlier = await findInitiative(ctx.db);
  if (!canSetUp(ctx, earlier)) throw alreadySetUp();
  if (ctx.engine === 'embedded') keepTyped(ctx.config.dataDir, initiative);
  const { beginAnew } = ctx;
  if (earlier && beginAnew && gate) {
    await gate.alone(() =>
      face.replace(async () => {
        await beginAnew();
        await importOwn(ctx, initiative);
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
    // What was typed is right, so a refusal means that a replica or a command has loaded another.
    const isLate = error instanceof DomainError && (await findInitiative(ctx.db)) !== null;
    throw isLate ? alreadySetUp() : error;
  }
}
