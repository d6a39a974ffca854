import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { requireRight, requireTouch, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { copyStatement } from '../db/copy.ts';
import { readAsOf, type AsOf } from './as-of.ts';
import type { CsvFile, Filters } from './file.ts';
import { createSlots } from './slots.ts';

export interface Exports {
  /** What a file would be now: all that its headers tell, without its rows. */
  describe: <F extends Filters>(actor: Actor, file: CsvFile<F>, filters: F) => Promise<Described>;
  /**
   * The file itself, as COPY writes it; the trail says who asks for it before a row is read. Throws
   * `busy` while no slot is free (slots.ts).
   */
  open: <F extends Filters>(actor: Actor, file: CsvFile<F>, filters: F) => Promise<Opened>;
}

export interface Described {
  asOf: AsOf;
  /** Weak: the plain and the compressed file share it. */
  etag: string;
}

export interface Opened extends Described {
  rows: Readable;
}

export function createExports(
  ctx: Pick<Context, 'db' | 'publicly' | 'copyOut' | 'now'>,
  slots = createSlots(),
): Exports {
  const open: Exports['open'] = async (actor, file, filters) => {
    authorise(actor, file, ctx.now());
    const slot = slots.take(file.audience);
    try {
      // Before the rows: no file leaves without a line of the trail, whatever breaks on the way.
      if (file.audience !== 'public') await record(ctx, actor, file, filters);
      let described: Described | undefined;
      const rows = await ctx.copyOut(async (reader) => {
        described = describedAs(file, filters, await readAsOf(reader));
        return file.select(described.asOf, filters);
      });
      slot.rows = rows;
      rows.once('close', () => slots.free(slot));
      return { rows, ...described! };
    } catch (error) {
      slots.free(slot);
      throw error;
    }
  };
  return {
    open,
    describe: async (actor, file, filters) => {
      authorise(actor, file, ctx.now());
      const isPublic = file.audience === 'public';
      const asOf = await (isPublic ? ctx.publicly((db) => readAsOf(db)) : readAsOf(ctx.db));
      return describedAs(file, filters, asOf);
    },
  };
}

/** Throws `touch-again` where personal data is asked for by a session whose passkey has rested. */
function authorise(actor: Actor, { audience }: Pick<CsvFile, 'audience'>, now: Date): void {
  if (audience === 'desk') requireRight(actor, 'view');
  if (audience === 'admin') {
    requireRight(actor, 'export');
    requireTouch(actor, now);
  }
}

/** Writes down who had a file, and by which filters; of those that somebody typed, that they were there. */
function record<F extends Filters>(
  ctx: Pick<Context, 'db' | 'now'>,
  actor: Actor,
  { name, typed = [] }: CsvFile<F>,
  { bom: _bom, ...filters }: F,
): Promise<void> {
  const asked = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([filter, value]) => [filter, typed.includes(filter) ? true : String(value)]);
  return ctx.db.transaction((tx) =>
    audit(tx, ctx, actor, {
      act: 'file.export',
      object: name,
      facts: Object.fromEntries(asked) as Record<string, string | true>,
    }),
  );
}

/** A file changes with its checkpoint, with the names, and with what this version selects. */
function describedAs<F extends Filters>(file: CsvFile<F>, filters: F, asOf: AsOf): Described {
  const hash = createHash('sha256')
    .update(`${asOf.size} ${asOf.namesVersion} ${filters.bom} `)
    .update(copyStatement(file.select(asOf, filters)));
  return { asOf, etag: `W/"${hash.digest('base64url').slice(0, 22)}"` };
}
