import { z } from 'zod';
import type { Operation } from '../openapi/operation.ts';
import type { CsvFile, Filters } from './file.ts';

const title = (name: string): string => name.replace(/^./, (letter) => letter.toUpperCase());

/** What the document says of a CSV file; its columns are those of docs/csv.md. */
export const describeFile = <F extends Filters>({
  name,
  audience,
  filters,
}: CsvFile<F>): Operation => ({
  id: audience === 'admin' ? `export${title(name)}` : `get${title(name)}Csv`,
  tag: audience === 'admin' ? 'Admin' : 'Public reads',
  summary: audience === 'admin' ? `Export the ${name} as CSV` : `The ${name} as CSV`,
  description:
    'As of the newest checkpoint, whose size and root are in the Muster-Checkpoint headers: sums are those of `GET /api/v1/progress` and `GET /api/v1/capacity`. RFC 4180, UTF-8, with a header; decimals are plain, their unit in a column of its own. `bom=1` is for Excel. A file that breaks off is cut, never ended.' +
    (audience === 'public' ? ' Without personal data.' : ''),
  access: audience === 'admin' ? 'export' : 'public',
  cached: audience === 'public',
  query: filters as unknown as z.ZodObject,
  answers: { 200: { text: 'The rows.', schema: z.string(), type: 'text/csv' } },
  refuses: ['busy', 'not-found'],
});
