import { join } from 'node:path';
import { PROJECT_ROOT } from '../paths.ts';

/** The file of a thread, beside the sources or the bundle that this runs from. */
export const threadFile = (name: string): string =>
  import.meta.url.endsWith('.ts')
    ? join(PROJECT_ROOT, 'server', `${name}.ts`)
    : join(PROJECT_ROOT, 'dist', `${name}.js`);
