/** Only the document uses them: tests compare answers with it. */
import { z } from 'zod';

export const money = z
  .string()
  .regex(/^(0|[1-9]\d*)(\.\d+)?$/)
  .meta({
    id: 'Money',
    description:
      'An amount in major units: a decimal string with all digits of its currency, never a number. "1250.50" is 1,250 dollars and 50 cents.',
    examples: ['5000000.00'],
  });

export const gpuHours = z
  .string()
  .regex(/^(0|[1-9]\d*)\.\d\d$/)
  .meta({
    id: 'GpuHours',
    description: 'GPU-hours: a decimal string with two places, rounded half to even.',
    examples: ['3379200.00'],
  });

export const gpuSeconds = z
  .string()
  .regex(/^(0|[1-9]\d*)$/)
  .meta({ id: 'GpuSeconds', description: 'Exact GPU-seconds: a string of digits.' });

export const day = z
  .string()
  .meta({ id: 'Day', format: 'date', description: 'A day in the real world.' });

export const instant = z.string().meta({
  id: 'Instant',
  format: 'date-time',
  description: 'A time in UTC, by the database’s clock.',
});

const code = (length: number) => z.string().regex(RegExp(`^[0-9A-HJKMNP-TV-Z]{${length}}$`));

export const ref = code(10).meta({
  id: 'Ref',
  description: 'A pledge’s random reference. It is safe to read aloud.',
});

export const batch = code(16).meta({
  id: 'Batch',
  description: 'Names the movements of one call. They can only be reversed together.',
});

export const paymentCode = code(12).meta({
  id: 'PaymentCode',
  description: 'A payment’s random code. Whoever has it can see the payment.',
});

export const signatoryId = z.uuid().meta({ id: 'SignatoryId', description: 'UUIDv7.' });

export const root = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/)
  .meta({ id: 'Root', description: 'The Merkle root (RFC 6962): 32 bytes in base64.' });

export const seq = z.int().min(0).describe('The number of the ledger entry, from 0.');

export const window = z
  .strictObject({
    gpus: z.int().min(1),
    from: day,
    to: day.describe('The day after the last day.'),
    availability: z
      .string()
      .describe(
        'The share of time that the GPUs are available: a decimal string above 0, at most 1.',
      ),
  })
  .meta({
    id: 'Window',
    description: 'A number of GPUs, available at once from one day to another.',
  });

export const next = z
  .string()
  .nullable()
  .describe('The `cursor` of the next page. Null on the last page.');

export const oldRate = z
  .strictObject({
    currency: z.string(),
    rateOn: day,
    pledges: z.int().min(1),
    from: day,
    to: day,
    tooOld: z
      .boolean()
      .describe('Whether the rate is older than 30 days for at least one of the pledges.'),
  })
  .meta({ id: 'OldRate', description: 'Pledges that use a rate older than 10 days.' });

export const PATH_PARTS: Record<string, z.ZodType> = {
  ref,
  batch,
  id: z.uuid(),
  code: paymentCode,
};
