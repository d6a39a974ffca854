/** Shapes that many answers share. They are for the document: no answer is parsed by them. */
import { z } from 'zod';

export const money = z
  .string()
  .regex(/^(0|[1-9]\d*)(\.\d+)?$/)
  .meta({
    id: 'Money',
    description:
      'An amount in major units, as a decimal string with all digits of its currency: "1250.50" is 1,250 dollars and 50 cents. Never a number.',
    examples: ['5000000.00'],
  });

export const gpuHours = z
  .string()
  .regex(/^(0|[1-9]\d*)\.\d\d$/)
  .meta({
    id: 'GpuHours',
    description: 'GPU-hours, as a decimal string with two places, half to even.',
    examples: ['3379200.00'],
  });

export const gpuSeconds = z
  .string()
  .regex(/^(0|[1-9]\d*)$/)
  .meta({ id: 'GpuSeconds', description: 'GPU-seconds, exact, as a string of digits.' });

export const day = z
  .string()
  .meta({ id: 'Day', format: 'date', description: 'A day in the real world.' });

export const instant = z
  .string()
  .meta({ id: 'Instant', format: 'date-time', description: 'An instant of the database, in UTC.' });

const code = (length: number) => z.string().regex(RegExp(`^[0-9A-HJKMNP-TV-Z]{${length}}$`));

export const ref = code(10).meta({
  id: 'Ref',
  description: 'The reference of a pledge: random, and safe to read aloud.',
});

export const batch = code(16).meta({
  id: 'Batch',
  description: 'The movements of one call, which are reversed together.',
});

export const signatoryId = z.uuid().meta({ id: 'SignatoryId', description: 'UUIDv7.' });

export const root = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/)
  .meta({ id: 'Root', description: 'The Merkle root (RFC 6962), 32 bytes in base64.' });

export const seq = z.int().min(0).describe('The place of its entry in the ledger, from 0.');

export const window = z
  .strictObject({
    gpus: z.int().min(1),
    from: day,
    to: day.describe('The first day without: windows are half-open.'),
    availability: z
      .string()
      .describe('The part of the time in (0, 1] that the GPUs are there, as a decimal string.'),
  })
  .meta({ id: 'Window', description: 'GPUs that are there at once, on each day of a span.' });

/** The cursor of the page after this one. */
export const next = z
  .string()
  .nullable()
  .describe('The `cursor` of the following page; null on the last.');

export const oldRate = z
  .strictObject({
    currency: z.string(),
    rateOn: day,
    pledges: z.int().min(1),
    from: day,
    to: day,
    tooOld: z.boolean().describe('Older than 30 days for one of them at least.'),
  })
  .meta({ id: 'OldRate', description: 'Pledges that take one rate which is older than 10 days.' });
