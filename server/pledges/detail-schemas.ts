import type { z } from 'zod';
import type { Kind } from '../domain/asset.ts';
import { DETAILS, detailNames, type DetailOf } from '../domain/details.ts';
import { line, lines } from '../http/text.ts';

/** The details that a kind of pledge can say, each optional. */
export const detailSchemas = <K extends Kind>(kind: K) =>
  Object.fromEntries(
    detailNames(undefined, kind).map((name) => {
      const { most, hasLines, about } = DETAILS[name];
      return [name, (hasLines ? lines : line)(most).optional().describe(about)];
    }),
  ) as Record<DetailOf<K>, z.ZodOptional<ReturnType<typeof line>>>;
