import { join } from 'node:path';
import process from 'node:process';
import { inject } from 'vitest';
import { checkRowsBy } from '../../server/db/sql.ts';

checkRowsBy((row, shape) => {
  shape.parse(row);
});

// Servers and commands are started a hundred times: each finds compiled what an earlier one was.
process.env['NODE_COMPILE_CACHE'] = join(inject('templates'), 'compiled');
