import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { readEcbFile } from '../../server/rates/ecb.ts';

const read = (name: string): Promise<string> => readFile(join(PROJECT_ROOT, name), 'utf8');

const inWords = (day: string): string =>
  new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

test('the README says where the bundled rates begin and end', async () => {
  const days = readEcbFile(await read('server/rates/ecb-rates.csv')).map(({ ratedOn }) => ratedOn);
  const [first, last] = [days.toSorted()[0]!, days.toSorted().at(-1)!].map(inWords);
  const readme = (await read('README.md')).replaceAll(/\s+/g, ' ');
  expect(readme).toContain(`The bundled rates run from ${first} to ${last}.`);
});
