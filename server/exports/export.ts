import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { requireAdmin, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { copyStatement } from '../db/copy.ts';
import { DomainError } from '../domain/errors.ts';
import { readAsOf, type AsOf } from './as-of.ts';
import type { CsvFile, Filters } from './file.ts';

/** Each holds a connection of the database and a snapshot; strangers leave the admins theirs. */
const AT_ONCE = 2;

export interface Exports {
  /** What a file would be now: all that its headers tell, without its rows. */
  describe: <F extends Filters>(actor: Actor, file: CsvFile<F>, filters: F) => Promise<Described>;
  /** The file itself, as COPY writes it. Throws `busy` while as many as may be are under way. */
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

export function createExports(ctx: Pick<Context, 'db' | 'copyOut'>): Exports {
  const underWay = { admin: 0, public: 0 };

  const open: Exports['open'] = async (actor, file, filters) => {
    authorise(actor, file);
    if (underWay[file.audience] >= AT_ONCE) {
      throw new DomainError(
        'busy',
        `${AT_ONCE} exports are under way; try again when one is done.`,
      );
    }
    underWay[file.audience]++;
    try {
      let described: Described | undefined;
      const rows = await ctx.copyOut(async (reader) => {
        described = describedAs(file, filters, await readAsOf(reader));
        return file.select(described.asOf, filters);
      });
      rows.once('close', () => underWay[file.audience]--);
      return { rows, ...described! };
    } catch (error) {
      underWay[file.audience]--;
      throw error;
    }
  };
  return {
    open,
    describe: async (actor, file, filters) => {
      authorise(actor, file);
      return describedAs(file, filters, await readAsOf(ctx.db));
    },
  };
}

function authorise(actor: Actor, { audience }: Pick<CsvFile, 'audience'>): void {
  if (audience === 'admin') requireAdmin(actor);
}

/** A file changes with its checkpoint, with the names, and with what this version selects. */
function describedAs<F extends Filters>(file: CsvFile<F>, filters: F, asOf: AsOf): Described {
  const hash = createHash('sha256')
    .update(`${asOf.size} ${asOf.namesVersion} ${filters.bom} `)
    .update(copyStatement(file.select(asOf, filters)));
  return { asOf, etag: `W/"${hash.digest('base64url').slice(0, 22)}"` };
}
