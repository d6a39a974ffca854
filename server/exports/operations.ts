import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import type { CsvFile, Filters } from './file.ts';

const title = (name: string): string => name.replace(/^./, (letter) => letter.toUpperCase());

/** What the document says of a CSV file; its columns are those of docs/csv.md. */
export const describeFile = <F extends Filters>({
  name,
  audience,
  filters,
}: CsvFile<F>): Operation => ({
  id: audience === 'admin' ? `export${title(name)}` : `get${title(name)}Csv`,
  summary: audience === 'admin' ? `Export the ${name} as CSV` : `Get the ${name} as CSV`,
  description:
    'As of the newest checkpoint. The Muster-Checkpoint headers give its size and root. The sums equal those of `GET /api/v1/progress` and `GET /api/v1/capacity`. The file is RFC 4180 in UTF-8, with a header. Numbers are plain decimals, with their unit in its own column. Send `bom=1` for Excel. If the server fails midway, the connection breaks: a file that ends normally is complete.' +
    (audience === 'public' ? ' The file has no personal data.' : ''),
  access: audience === 'admin' ? 'export' : 'public',
  cached: audience === 'public',
  query: filters as unknown as z.ZodObject,
  answers: { 200: z.string().meta({ contentMediaType: 'text/csv' }) },
  refuses: ['busy', 'not-found'],
});
