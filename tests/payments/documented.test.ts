import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { EVENTS } from '../../server/payments/events/inbox.ts';

test('docs/payments.md lists the events that lead to a payment, and no others', () => {
  const page = readFileSync(join(PROJECT_ROOT, 'docs/payments.md'), 'utf8');
  const section = page.split('\n## ').find((text) => text.startsWith('Events to tick'))!;
  const rows = section.split('\n').filter((row) => row.startsWith('| `'));
  const listed = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([\w.]+)`/g)]);
  expect(new Set(listed.map(([, type]) => type))).toEqual(new Set(EVENTS));
});

/** Each call of Stripe's API in the code: the names of a resource and of one of its methods. */
function callsInCode(): Set<string> {
  const files = globSync('server/{payments,stripe}/**/*.ts', { cwd: PROJECT_ROOT });
  const code = files.map((name) => readFileSync(join(PROJECT_ROOT, name), 'utf8'));
  const { checkout, ...api } = new Stripe('sk_test_1') as unknown as Record<string, object>;
  const resources = { ...api, ...checkout };
  const calls = Object.entries(resources).flatMap(([name, resource]) =>
    [...code.join('\n').matchAll(new RegExp(`\\b${name}\\s*\\.(\\w+)\\(`, 'g'))]
      .filter(([, method]) => typeof Reflect.get(resource ?? {}, method!) === 'function')
      .map(([, method]) => `${name}.${method}`),
  );
  // It is asked of the library alone.
  return new Set(calls.filter((call) => !call.startsWith('webhooks.')));
}

test('docs/payments.md lists each call of Stripe’s API, with the permission that it needs', () => {
  const page = readFileSync(join(PROJECT_ROOT, 'docs/payments.md'), 'utf8');
  const section = page
    .split('\n## ')
    .find((text) => text.startsWith('What the key must be allowed'))!;
  const rows = section.split('\n').filter((row) => row.startsWith('| ') && row.includes('`'));
  const listed = rows.flatMap((row) => [...row.split('|')[3]!.matchAll(/`([\w.]+)`/g)]);
  expect(new Set(listed.map(([, call]) => call))).toEqual(callsInCode());
  for (const row of rows) expect(row.split('|')[2]).toMatch(/^ (read|write) $/);
});
