import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { logo } from '../db/schema.ts';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { draw } from './draw.ts';

export const MAX_LOGO_BYTES = 256 * 1024;
/** Of a PNG, each way: a small file may unpack to gigabytes. */
const MOST_PIXELS = 2_000;
/** Even noise of that size makes a file of less than `MAX_LOGO_BYTES`. */
const DRAWN = { width: 480, height: 120 };

const PNG_START = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
/** What reads other files, needs fonts, or multiplies without a limit of the library's. */
const FOREIGN = /<(?:[^\s<>/]+:)?(image|feImage|text|marker)\b|<!(ENTITY)/i;

const refuse = (message: string) => fieldError('file', message);
export const tooLarge = () => refuse(say().look.tooLarge);

function svgOf(bytes: Buffer): string {
  if (bytes.length > 24 && bytes.indexOf(PNG_START) === 0) {
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    if (Math.max(width, height) > MOST_PIXELS) {
      throw refuse(say().look.tooManyPixels(width, height, MOST_PIXELS));
    }
    const size = `width="${width}" height="${height}"`;
    const image = `<image ${size} href="data:image/png;base64,${bytes.toString('base64')}"/>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${image}</svg>`;
  }
  const svg = bytes.toString();
  const [, element, entity] = FOREIGN.exec(svg) ?? [];
  if (element ?? entity) throw refuse(say().look.foreign(element ?? 'ENTITY'));
  return svg;
}

const hashOf = (png: Buffer): string => createHash('sha256').update(png).digest('hex');

/** Draws a PNG or SVG anew, so that pages serve no byte that somebody sent. Kept until a look has it. */
export async function keepLogo(db: Db, bytes: Buffer): Promise<string> {
  const svg = svgOf(bytes);
  const png = await draw(svg, DRAWN).catch(() => {
    throw refuse(say().look.notDrawn);
  });
  const hash = hashOf(png);
  await db.insert(logo).values({ hash, png }).onConflictDoNothing();
  return hash;
}

/** Null also where the database has other bytes than were kept. */
export async function readLogo(reader: Db | Tx, hash: string | undefined): Promise<Buffer | null> {
  if (!hash) return null;
  const [row] = await reader.select().from(logo).where(eq(logo.hash, hash));
  return row && hashOf(row.png) === hash ? row.png : null;
}
