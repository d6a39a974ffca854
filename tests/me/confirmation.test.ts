import { beforeAll, describe, expect, test } from 'vitest';
import { AGREEMENT, computePledge, fundingPledge, move, PAYMENT } from '../support/actors.ts';
import { textOf } from '../support/desk-forms.ts';
import { useMailApp } from '../support/mail-app.ts';
import type { MailApp } from '../support/sign-up.ts';

let app: MailApp;
const mail = useMailApp((started) => {
  app = started;
});
type Ada = Awaited<ReturnType<typeof mail.signatory>>;
let ada: Ada;
let bo: Ada;
beforeAll(async () => {
  ada = await mail.signatory();
  bo = await mail.signatory();
});

const received = async (amount: string, facts: Record<string, unknown> = {}) => {
  const ref = await fundingPledge(app, ada.id, facts);
  const evidence = { ...PAYMENT, reference: 'BANK-2026-17', note: 'not for the giver' };
  const { status, body } = await move(app, ref, 'receive', { amount, evidence });
  expect(status).toBe(201);
  const { batch } = body as { batch: string };
  return { ref, batch, path: `/me/pledges/${ref}/payments/${batch}` };
};
const wordsAt = async (path: string) => {
  const { status, text } = await mail.page(ada.session, path);
  expect(status).toBe(200);
  return textOf(text);
};

describe('the confirmation of a payment', () => {
  test('says who paid what to whom, when and by which evidence, and that it is no tax receipt', async () => {
    const { ref, path } = await received('250.00', {
      paidThrough: { kind: 'fund', name: 'Example Fund' },
    });
    const words = await wordsAt(path);
    for (const said of [
      'Amount $250.00',
      'Received on 10 Mar 2026',
      `Pledged by ${ada.email.replace('@uni.example', '').replace(/^/, 'Ada ')}`,
      'Paid through Example Fund',
      `Pledge ${ref}`,
      'Evidence payment, BANK-2026-17',
      'This is a payment confirmation, not a tax receipt.',
    ]) {
      expect(words).toContain(said);
    }
    expect(words).not.toContain('not for the giver');
    expect((await mail.page(ada.session, `/me/pledges/${ref}`)).text).toContain(`href="${path}"`);
  });

  test('has the recipient’s name, number and own text, if it gave one', async () => {
    const { path } = await received('250.00');
    const recipient = {
      name: 'Example Foundation',
      registration: '000000-TEST',
      receiptText: 'This confirmation is a receipt under the Example Act.\nKeep it for ten years.',
    };
    const changed = await app.request('/api/v1/admin/initiative', {
      body: { recipient, reason: 'It has a number now.' },
    });
    expect(changed.status).toBe(201);
    const words = await wordsAt(path);
    expect(words).toContain('Recipient Example Foundation');
    expect(words).toContain('Registration 000000-TEST');
    expect(words).toContain('This confirmation is a receipt under the Example Act.');
    expect(words).not.toContain('not a tax receipt');
  });

  test('says that the payment was undone, and what was refunded', async () => {
    const first = await received('250.00');
    const refund = { amount: '100.00', evidence: PAYMENT };
    expect((await move(app, first.ref, 'refund', refund)).status).toBe(201);
    expect(await wordsAt(first.path)).toContain('$100.00 was refunded on 10 Mar 2026.');
    const second = await received('300.00');
    const undone = await app.request(`/api/v1/admin/batches/${second.batch}/reverse`, {
      body: { reason: 'Typed twice.' },
    });
    expect(undone.status).toBe(201);
    expect(await wordsAt(second.path)).toContain(
      'This payment was undone on 10 Mar 2026. It no longer counts.',
    );
    expect(await wordsAt(first.path)).not.toContain('undone');
  });

  test('is for its giver alone, and of payments alone', async () => {
    const { ref, path } = await received('250.00', { visibility: 'anonymous' });
    expect((await mail.page(bo.session, path)).status).toBe(404);
    const stranger = await fetch(app.url + path, { redirect: 'manual' });
    expect([stranger.status, stranger.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/sign-in/),
    ]);
    const agreed = await move(app, ref, 'commit', { evidence: AGREEMENT });
    const { batch } = agreed.body as { batch: string };
    expect((await mail.page(ada.session, `/me/pledges/${ref}/payments/${batch}`)).status).toBe(404);
    const hours = await computePledge(app, ada.id);
    const evidence = { grade: 'provider-statement' };
    const delivered = await move(app, hours, 'receive', { gpuHours: '10', evidence });
    const of = (delivered.body as { batch: string }).batch;
    expect((await mail.page(ada.session, `/me/pledges/${hours}/payments/${of}`)).status).toBe(404);
  });
});
