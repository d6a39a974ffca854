import { move } from '../support/actors.ts';
import { newestToken, signedUp, signUp, type MailApp } from '../support/sign-up.ts';

/** What signatories do by themselves: they sign up, pledge, change their minds, sign in. */
export async function signAll(app: MailApp): Promise<void> {
  const fay = await signedUp(app, {
    name: 'Fay  Example-Sample',
    email: 'fay@uni.example',
    role: 'librarian',
    country: 'NO',
    statement: 'In the open.',
    pledge: { kind: 'funding', asset: 'USD', amount: '20.00' },
  });
  const as = async (path: string, body: object) => {
    const reply = await app.request(`/api/v1/${path}`, { token: fay.session, body });
    if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
    return reply.body as { ref: string };
  };
  const facts = { kind: 'funding', asset: 'USD', amount: '30.00' };
  const grown = await as('pledges', {
    ...facts,
    amount: '3000.00',
    paidThrough: { kind: 'fund', name: 'Example Fund' },
    purchaseOrder: 'PO-42',
  });
  await as(`pledges/${grown.ref}/edit`, { ...facts, amount: '3100.00' });
  const { ref } = await as('pledges', facts);
  await as(`pledges/${ref}/instalments`, {
    instalments: [{ dueOn: '2026-12-01', amount: '30.00' }],
  });
  await as(`pledges/${ref}/increase`, { amount: '5000.00' });
  const back = await as('pledges', facts);
  await as(`pledges/${back.ref}/withdraw`, {});
  await signedUp(app, { name: 'Gus Example', email: 'gus@uni.example', public: false });
  const hal = await signedUp(app, { name: 'Hal Example', email: 'hal@uni.example' });
  await app.request('/api/v1/me/withdraw', { token: hal.session, body: {} });
  // This one waits for its link to be used, and the mails from here on for the postman.
  await signUp(app, { name: 'Ida Example', email: 'ida@uni.example' });
  await newestToken(app);
  await signUp(app, { name: 'Jo Example', email: 'jo@uni.example' });
  await as('me/address', { email: 'fay@new.example' });
  await move(app, ref, 'accept');
  const asked = await as('pledges', { ...facts, amount: '70000.00', note: 'Ask us in May.' });
  await move(app, asked.ref, 'reject', { reason: 'Too soon.' });
}
