import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { EVENTS } from '../../server/payments/inbox.ts';

test('docs/payments.md lists the events that lead to a payment, and no others', () => {
  const page = readFileSync(join(PROJECT_ROOT, 'docs/payments.md'), 'utf8');
  const section = page.split('\n## ').find((text) => text.startsWith('Events to tick'))!;
  const rows = section.split('\n').filter((row) => row.startsWith('| `'));
  const listed = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([\w.]+)`/g)]);
  expect(new Set(listed.map(([, type]) => type))).toEqual(new Set(EVENTS));
});
