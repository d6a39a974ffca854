import { expect, test } from 'vitest';
import { RECIPIENT, useTill } from '../support/pay.ts';
import { countries } from '../../web/data/countries.ts';

const closedCountries = countries.map(([code]) => code).filter((code) => code !== 'NO');
const till = useTill({
  env: { CHECKOUT_LIMIT: '1000' },
  recipient: { ...RECIPIENT, closedCountries, screenedBy: '𠮷'.repeat(100) },
});

const bodyOf = (path: string) =>
  till.stripe.requests.findLast((each) => each.method === 'POST' && each.path.endsWith(path))!.body;
const SCREENED = `Payments are screened by ${'𠮷'.repeat(100)}.`;
const REFUNDS = 'Refunds: https://foundation.example/refunds';

/** What Stripe is given to show before a payment of some US dollars. */
async function shown(amount: string): Promise<string> {
  const { way } = await till.pay(await till.pledge(), amount);
  if (way === 'invoice') return String(bodyOf('/invoices')['footer']);
  return JSON.stringify(bodyOf('/checkout/sessions')['custom_text']);
}

test('a recipient that takes nothing from most countries says the rest of itself at Checkout', async () => {
  const text = await shown('500.00');
  expect(text).toContain(`${SCREENED} ${REFUNDS} No payments are taken from: Afghanistan, `);
  expect(text).toContain('…');
  const { submit } = JSON.parse(text);
  expect([...submit.message]).toHaveLength(1_200);
});

test('and all of it on an invoice', async () => {
  const text = await shown('2000.00');
  expect(text).toContain(`${SCREENED} ${REFUNDS} No payments are taken from: Afghanistan, `);
  expect(text.endsWith('Zimbabwe.')).toBe(true);
});

test('where it is cut within a name, the name’s characters stay whole', async () => {
  for (const shift of ['', 'x']) {
    const recipient = JSON.stringify({ ...RECIPIENT, name: shift + '𠮷'.repeat(1_200) });
    await till.app.database!.asOwner(`UPDATE initiative SET recipient = '${recipient}'`);
    expect(await shown('500.00')).toContain('𠮷…');
  }
});
