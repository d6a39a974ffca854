import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { queueMail } from '../../server/mail/queue.ts';
import { paymentsOfPledge } from '../../server/payments/pay/seen-payment.ts';
import { paymentRefOf } from '../../server/pledges/pledge-row.ts';
import { signIn } from '../support/forms.ts';
import { outboxOf, readMail } from '../support/mail.ts';
import { useTill } from '../support/pay.ts';
import { payerAt } from '../support/payer.ts';

const till = useTill();
let session: string;
const ada = payerAt(
  () => till.app.url,
  () => session,
);
const stranger = payerAt(() => till.app.url);
beforeAll(async () => {
  session = await signIn(till.app, till.ada.signatoryId);
});

/** What payers know a pledge by. */
const paymentRefIn = async (ref: string): Promise<string> => {
  const { pledge } = schema;
  const [row] = await till.app.ctx.db.select().from(pledge).where(eq(pledge.ref, ref));
  return paymentRefOf(row!);
};
const formOf = (ref: string): string => `/me/pledges/${ref}/pay`;
const paymentsOf = (ref: string) => paymentsOfPledge(till.app.ctx.db, ref);

describe('a mailed link', () => {
  const mailedLink = async (ref: string): Promise<string> => {
    const { ctx, postman } = till.app;
    const kind = 'pay-link';
    await ctx.db.transaction((tx) => queueMail(tx, ctx, 'ada@example.org', { kind, ref }));
    await postman.deliver();
    const mails = await Promise.all(outboxOf(till.app).map(({ raw }) => readMail(raw)));
    const named = await paymentRefIn(ref);
    const { link } = mails.find(
      (mail) => mail.subject.includes(named) && mail.link?.includes('/pay/'),
    )!;
    return new URL(link!).pathname;
  };

  test('pays its pledge without signing in, and tells nothing of its signatory', async () => {
    const ref = await till.pledge({ visibility: 'anonymous' });
    const path = await mailedLink(ref);
    const { text, page } = await stranger.see(path);
    expect(text).toContain(
      `Pledge ${await paymentRefIn(ref)} to Open Model Initiative. Outstanding: $2,000.`,
    );
    expect(text).not.toContain('Ada');
    expect(page).not.toMatch(/<option value="[A-Z]+" selected/);
    const { location } = await stranger.fill(path, { amount: '2000', country: 'NO' });
    expect(location).toContain('/c/pay/');
    // Nor does Stripe's page, and who paid is written to.
    expect(JSON.stringify(till.stripe.requests.at(-1))).not.toContain('@example.org');
    const [row] = await paymentsOf(ref);
    await till.stripe.payByCard(row!.object!, { email: 'dee@example.org' });
    await till.deliver();
    expect((await till.moves(ref)).at(-1)).toBe('receive pledged→received 2000.00');
    expect((await paymentsOf(ref))[0]!.email).toBe('dee@example.org');
    expect((await stranger.see(path)).text).toContain('Nothing is outstanding.');
  });

  // Who is rejected is signed in no more.
  test.each([
    ['rejected', []],
    ['withdrawn', [ada]],
  ] as const)('pays nothing for a signatory who is %s, and says so', async (status, own) => {
    const ref = await till.pledge();
    const ways = [
      { payer: stranger, path: await mailedLink(ref) },
      ...own.map((payer) => ({ payer, path: formOf(ref) })),
    ];
    const forms = await Promise.all(ways.map(({ payer, path }) => payer.see(path)));
    const become = (as: string) =>
      till.app.database!.asOwner('UPDATE signatory SET status = $1 WHERE id = $2', [
        as,
        till.ada.signatoryId,
      ]);
    await become(status);
    const answers = [];
    for (const [nth, { payer, path }] of ways.entries()) {
      const typed = { amount: '5', country: 'NO' };
      answers.push(await payer.see(path), await payer.sendForm(path, forms[nth]!.page, typed));
    }
    await become('published');
    for (const answer of answers) {
      expect([answer.status, answer.text]).toEqual([
        409,
        expect.stringContaining('its signature was withdrawn or rejected'),
      ]);
    }
    expect(await paymentsOf(ref)).toEqual([]);
  });

  test('is over after its time, and a wrong one never was', async () => {
    const path = await mailedLink(await till.pledge());
    const { page } = await stranger.see(path);
    const { now } = till.app.clock;
    till.app.clock.now = new Date(now.getTime() + 31 * 24 * 3_600_000);
    const typed = { amount: '5', country: 'NO' };
    const answers = [
      await stranger.see(path),
      await stranger.see('/pay/none'),
      await stranger.sendForm(path, page, typed),
    ];
    till.app.clock.now = now;
    for (const { status, text } of answers) {
      expect([status, text]).toEqual([410, expect.stringContaining('This link has expired')]);
    }
  });
});
