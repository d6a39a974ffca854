import { describe, expect, test, vi } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { importFile } from '../../server/import/import.ts';
import { queueOnce } from '../../server/mail/once.ts';
import { createPostman } from '../../server/postman/postman.ts';
import { AGREEMENT, move, PAYMENT } from '../support/actors.ts';
import { INITIATIVE, NOW } from '../support/app.ts';
import { openMailbox } from '../support/mail.ts';
import { newestToken, signUp, useToken } from '../support/sign-up.ts';
import { listen, waitingMail } from './scenario.ts';
import { done, useSteps } from './steps.ts';

const steps = useSteps();

describe('a giver is told', () => {
  test('that an admin has published the signature, and once a day', async () => {
    const email = 'dee@unknown.example';
    await signUp(steps.app, { kind: 'organisation', name: 'Dee Example Ltd', email });
    const { body } = await useToken(steps.app, await newestToken(steps.app, email));
    const { id, status } = body.signatory as { id: string; status: string };
    expect(status).toBe('pending');
    const publish = () =>
      steps.app.request(`/api/v1/admin/signatories/${id}/publish`, { body: {} });
    const mail = await steps.mailOf(publish, email);
    expect(mail.subject).toBe('Your signature is published: Open Model Initiative');
    expect(mail.text).toContain('We’ve reviewed and published your signature');
    expect(mail.link).toBe(`${steps.app.ctx.config.baseUrl}/me`);
    const again = { kind: 'published' } as const;
    const queue = (occasion: string) =>
      steps.app.ctx.db.transaction((tx) =>
        queueOnce(tx, steps.app.ctx, [
          { to: { signatoryId: id }, mail: again, object: id, occasion },
        ]),
      );
    expect([await queue('2026-03-10'), await queue('2026-03-11')]).toEqual([0, 1]);
  });

  test('that the pledge is accepted', async () => {
    const mail = await steps.mailOf(steps.pledge);
    expect(mail.subject).toMatch(/^Your pledge \w+ is accepted: /);
    expect(mail.text).toContain('We’ve accepted $1,000.00 of your pledge');
  });

  test('that an agreement is recorded, with what is due next', async () => {
    const ref = await steps.pledge();
    const mail = await steps.mailOf(() =>
      done(move(steps.app, ref, 'commit', { evidence: AGREEMENT })),
    );
    expect(mail.subject).toBe(`Agreement recorded, pledge ${ref}: Open Model Initiative`);
    expect(mail.text).toContain(
      '$1,000.00 of your pledge is still outstanding. $400.00 was due on 1 Mar 2026.',
    );
    expect(mail.link).toBe(steps.mine(ref));
    expect(mail.html).toContain(`href="${steps.mine(ref)}"`);
  });

  test('that a payment is recorded: with a link to its confirmation, and once for one key', async () => {
    const ref = await steps.pledge();
    const key = 'a-payment-that-is-sent-twice';
    const path = `/api/v1/admin/pledges/${ref}/receive`;
    const body = { amount: '400.00', evidence: PAYMENT };
    let batch = '';
    const mail = await steps.mailOf(async () => {
      const first = await steps.app.request(path, { body, key });
      const second = await steps.app.request(path, { body, key });
      expect(second.body).toEqual(first.body);
      ({ batch } = first.body as { batch: string });
    });
    expect(mail.subject).toBe('$400.00 received: Open Model Initiative');
    expect(mail.text).toContain('This is a payment confirmation, not a tax receipt.');
    expect(mail.text).toContain('$600.00 of your pledge is still outstanding.');
    expect(mail.text).toContain('Next: $600.00 is due on 1 Dec 2026.');
    expect(mail.link).toBe(`${steps.mine(ref)}/payments/${batch}`);
  });

  test('that a payment is undone, and why; and that money is refunded', async () => {
    const ref = await steps.pledge();
    const [wrong] = [
      await done(move(steps.app, ref, 'receive', { amount: '400.00', evidence: PAYMENT })),
    ];
    const undone = await steps.mailOf(() =>
      done(
        steps.app.request(`/api/v1/admin/batches/${wrong.batch}/reverse`, {
          body: { reason: 'Another giver’s.' },
        }),
      ),
    );
    expect(undone.subject).toBe(`We’ve undone a change to pledge ${ref}: Open Model Initiative`);
    expect(undone.text).toContain('$400.00 received.');
    expect(undone.text).toContain('The reason: “Another giver’s.”');
    expect(undone.link).toBe(steps.mine(ref));

    await done(move(steps.app, ref, 'receive', { amount: '1000.00', evidence: PAYMENT }));
    const refund = { amount: '250.00', evidence: PAYMENT };
    const refunded = await steps.mailOf(() => done(move(steps.app, ref, 'refund', refund)));
    expect(refunded.subject).toBe('$250.00 refunded: Open Model Initiative');
    expect(refunded.text).toContain('Nothing is outstanding.');
  });

  test('that a request is decided', async () => {
    const ref = await steps.pledge();
    await done(move(steps.app, ref, 'commit', { evidence: AGREEMENT }));
    const asked = await steps.app.request(`/api/v1/pledges/${ref}/requests`, {
      token: steps.ada.session,
      body: { kind: 'release', text: 'The grant does not come.' },
    });
    expect(asked.status).toBe(201);
    const { request } = asked.body as { request: string };
    const refuse = () =>
      done(
        steps.app.request(`/api/v1/admin/pledges/${ref}/requests/refuse`, {
          body: { request, reason: 'It is ordered.' },
        }),
      );
    const mail = await steps.mailOf(refuse);
    expect(mail.subject).toContain(`Your request about pledge ${ref} was refused`);
    expect(mail.link).toBe(steps.mine(ref));
  });

  test('the amount that was paid, though it was no longer expected', async () => {
    const ref = await steps.pledge();
    await done(move(steps.app, ref, 'lapse'));
    const receipt = { amount: '1500.00', excess: true, evidence: PAYMENT };
    let batch = '';
    const paid = await steps.mailOf(async () => {
      ({ batch } = await done(move(steps.app, ref, 'receive', receipt)));
    });
    expect(paid.subject).toBe('$1,500.00 received: Open Model Initiative');
    const path = `/api/v1/admin/batches/${batch}/reverse`;
    const undo = () => done(steps.app.request(path, { body: { reason: 'Not ours.' } }));
    expect((await steps.mailOf(undo)).text).toContain('$1,500.00 received.');
  });

  test('nothing of what no step of theirs is: an amount that is no longer expected, and a file', async () => {
    const ref = await steps.pledge();
    expect(
      await steps.mailsOf(() => done(move(steps.app, ref, 'lapse', { amount: '1.00' }))),
    ).toEqual([]);
    const file = {
      ...INITIATIVE,
      signatories: [{ key: 'bo', kind: 'person', name: 'Bo Example', email: 'bo@uni.example' }],
      pledges: [
        {
          key: 'past',
          signatory: 'bo',
          kind: 'funding',
          asset: 'USD',
          amount: '777.00',
          movements: [
            { verb: 'accept', occurredOn: '2026-03-02' },
            { verb: 'commit', occurredOn: '2026-03-02', evidence: AGREEMENT },
            { verb: 'receive', occurredOn: '2026-03-03', evidence: PAYMENT },
          ],
        },
      ],
    };
    const before = steps.app.mailbox.received().length;
    await importFile(steps.app.ctx, MACHINE, file);
    await steps.app.postman.deliver();
    expect(steps.app.mailbox.received()).toHaveLength(before);
  });

  test('of nothing without a confirmed address', async () => {
    await steps.unconfirm();
    const ref = await steps.pledge();
    const verbs = () =>
      done(move(steps.app, ref, 'receive', { amount: '1.00', evidence: PAYMENT }));
    expect(await steps.mailsOf(verbs)).toEqual([]);
  });
});

test('a crash between the commit and the sending loses no email, and a second sending has the same id', async () => {
  const ref = await steps.pledge();
  await steps.app.postman.deliver();
  await done(move(steps.app, ref, 'commit', { evidence: AGREEMENT }));
  const [queued] = await waitingMail(steps.app);
  // The server takes the email, and the answer is lost.
  const ids: string[] = [];
  const deaf = await openMailbox({
    onData: (stream) => {
      void stream
        .toArray()
        .then((parts) =>
          ids.push(/^Message-ID: (.*)\r$/m.exec(Buffer.concat(parts).toString())![1]!),
        );
    },
  });
  const { log } = listen();
  const first = createPostman(
    { ...steps.app.ctx, config: { ...steps.app.ctx.config, smtpUrl: deaf.url } },
    log,
  );
  const sending = first.deliver();
  await vi.waitFor(() => expect(ids).toHaveLength(1));
  await first.stop();
  await sending;
  await deaf.close();
  expect(await waitingMail(steps.app)).toMatchObject([{ id: queued!.id, attempts: 1 }]);
  steps.app.clock.now = new Date(NOW.getTime() + 60_000);
  const before = steps.app.mailbox.received().length;
  await steps.app.postman.deliver();
  const [mail, ...others] = steps.app.mailbox.received().slice(before);
  expect(others).toEqual([]);
  expect(ids).toEqual([mail!.headers.get('message-id')]);
  expect(ids[0]).toContain(queued!.id);
});
