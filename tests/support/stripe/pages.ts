import type Stripe from 'stripe';
import { payByBank, payByCard } from './sessions.ts';
import type { World } from './state.ts';

interface Page {
  status: number;
  html: string;
  /** The session that the payer can act on. */
  session?: Stripe.Checkout.Session;
}

const page = (status: number, body: string): Page => ({
  status,
  html: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Fake Stripe</title>
<main>
<h1>Fake Stripe</h1>
${body}
</main>
</html>
`,
});

const amountOf = (minor: number | null, currency: string | null): string =>
  `<p>${minor} minor units of ${currency?.toUpperCase()}</p>`;

const ACTS = { card: 'Pay by card', bank: 'Pay by bank', cancel: 'Cancel' };

function sessionPage(session: Stripe.Checkout.Session): Page {
  const amount = amountOf(session.amount_total, session.currency);
  if (session.status !== 'open') return page(200, `${amount}\n<p>This is ${session.status}.</p>`);
  const hasBank = session.payment_method_types.some((type) => type !== 'card');
  const buttons = Object.entries(ACTS)
    .filter(([act]) => act !== 'bank' || hasBank)
    .map(
      ([act, says]) =>
        `<form method="post"><button name="act" value="${act}">${says}</button></form>`,
    );
  return { ...page(200, [amount, ...buttons].join('\n')), session };
}

/** What a payer sees at the address of a session or of an invoice. */
export function pageFor(world: World, path: string): Page {
  const object = world.objects.get(path.split('/').at(-1)!);
  if (path.startsWith('/c/pay/') && object?.object === 'checkout.session')
    return sessionPage(object);
  if (path.startsWith('/i/') && object?.object === 'invoice')
    return page(200, `${amountOf(object.amount_due, object.currency)}\n<p>${object.status}</p>`);
  return page(404, '<p>There is no such page.</p>');
}

/** What a button of the page does; where it leads. */
export function actOnPage(
  world: World,
  session: Stripe.Checkout.Session,
  act: string | undefined,
): string {
  if (act === 'cancel') return session.cancel_url ?? `/c/pay/${session.id}`;
  if (act === 'bank') payByBank(world, session.id);
  else payByCard(world, session.id);
  return session.success_url!.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}
