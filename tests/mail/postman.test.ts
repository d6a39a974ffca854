import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createPostman } from '../../server/postman/postman.ts';
import { NOW, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { publishedSignatory } from '../support/actors.ts';
import { openMailbox, outboxOf, readMail, type Mailbox } from '../support/mail.ts';
import { later, linkRow, listen, queue, signUp, waitingMail } from './scenario.ts';

const ADA = 'ada.examplex@example.org';

const opened: (TestApp | Mailbox)[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).toReversed()) {
    if ('ctx' in each) await watchLedger(each);
    await each.close();
  }
});
const open = async <T extends TestApp | Mailbox>(starting: Promise<T>): Promise<T> => {
  const each = await starting;
  opened.push(each);
  return each;
};

const REFUSALS = {
  receiver: (code: number) => ({
    onRcptTo: (_address: unknown, _session: unknown, callback: (error: Error) => void) =>
      callback(Object.assign(new Error(`no ${ADA} here`), { responseCode: code })),
  }),
  sender: (code: number) => ({
    onMailFrom: (_address: unknown, _session: unknown, callback: (error: Error) => void) =>
      callback(Object.assign(new Error('log in first'), { responseCode: code })),
  }),
};

describe.each(['postgres', 'embedded'] as const)('on the %s database', (engine) => {
  test('a mail arrives as text and HTML with a link that is known, and is gone here', async () => {
    const box = await open(openMailbox());
    const env = { SMTP_URL: box.url, MAIL_FROM: 'Muster, the ledger <muster@example.net>' };
    const app = await open(startApp({ engine, env }));
    const ada = await publishedSignatory(app);
    await queue(app, 'Ada.ExampleX@example.org', { kind: 'sign-in', next: '/me' });
    await app.postman.deliver();

    const mail = await box.waitFor(ADA);
    expect(box.received()).toHaveLength(1);
    expect(mail.from).toBe('"Muster, the ledger" <muster@example.net>');
    expect(mail.subject).toBe('Sign in: Open Model Initiative');
    expect(mail.link).toMatch(/^http:\/\/localhost:8080\/confirm\?token=[\w-]{43}$/);
    expect(mail.html).toContain(`href="${mail.link}"`);
    expect(mail.html).not.toMatch(/<img|<script|<link|src=/);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('message-id')).toMatch(/^<[-0-9a-f]{36}@localhost>$/);
    expect(mail.headers.has('reply-to')).toBe(false);
    expect(mail.raw).not.toMatch(/x-mailer/i);
    expect(await linkRow(app, mail.link)).toMatchObject({
      purpose: 'sign-in',
      signatoryId: ada,
      next: '/me',
      createdAt: NOW,
      expiresAt: new Date(NOW.getTime() + 15 * 60_000),
      usedAt: null,
    });
    expect(await waitingMail(app)).toEqual([]);
  });

  test('without SMTP_URL it is written whole into a closed folder, and named in the log', async () => {
    const app = await open(startApp({ engine }));
    const { log, lines } = listen();
    await signUp(app);
    await queue(app, 'dee@example.org', { kind: 'sign-in', next: null });
    const postman = createPostman(app.ctx, log);
    await postman.deliver();
    await postman.stop();

    const [file] = outboxOf(app);
    expect(file!.name).toMatch(/^20260310T120000\.000Z-\w{6}-sign-in\.eml$/);
    const { link, subject, html } = await readMail(file!.raw);
    expect(subject).toBe('Confirm your signature: Open Model Initiative');
    expect(html).toContain(link);
    expect(file!.raw).toMatch(/^To: dee@example\.org\r$/m);
    const folder = join(app.ctx.config.dataDir, 'outbox');
    const path = join(folder, file!.name);
    expect([statSync(folder).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
    // On Postgres the log goes to others, who must not be let in by it.
    const facts = engine === 'embedded' ? { file: path, link } : { file: path };
    expect(lines).toEqual([{ facts, message: 'a mail was written' }]);
    expect(await waitingMail(app)).toEqual([]);
  });
});

describe('a mail that cannot be sent', () => {
  test('is kept while the server is down, tried at longer and longer intervals, then sent', async () => {
    const box = await openMailbox();
    await box.close();
    const app = await open(startApp({ env: { SMTP_URL: box.url } }));
    await publishedSignatory(app);
    await queue(app, ADA, { kind: 'sign-in', next: null });
    const due: number[] = [];
    for (let tries = 1; tries <= 8; tries += 1) {
      await app.postman.deliver();
      // Not due again: a second delivery is no try.
      await app.postman.deliver();
      const [row] = await waitingMail(app);
      expect(row!.attempts).toBe(tries);
      due.push((row!.dueAt.getTime() - app.clock.now.getTime()) / 60_000);
      app.clock.now = row!.dueAt;
    }
    expect(due).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);

    const again = await open(openMailbox());
    const postman = createPostman(
      { ...app.ctx, config: { ...app.ctx.config, smtpUrl: again.url } },
      listen().log,
    );
    await postman.deliver();
    await postman.stop();
    const mail = await again.waitFor(ADA);
    expect((await linkRow(app, mail.link))!.createdAt).toEqual(app.clock.now);
    expect(await waitingMail(app)).toEqual([]);
  });

  test('is given up after a day, with a line that tells of nobody', async () => {
    const box = await openMailbox();
    await box.close();
    const app = await open(startApp({ env: { SMTP_URL: box.url } }));
    const { log, lines } = listen();
    const postman = createPostman(app.ctx, log);
    await publishedSignatory(app);
    await queue(app, ADA, { kind: 'sign-in', next: null });
    const [{ id } = { id: '' }] = await waitingMail(app);
    later(app, 22 * 60);
    for (let tries = 0; tries < 10; tries += 1) {
      await postman.deliver();
      later(app, 60);
    }
    await postman.stop();
    expect(await waitingMail(app)).toEqual([]);
    expect(lines.at(-1)).toMatchObject({
      message: 'a mail is given up',
      facts: { mail: id, kind: 'sign-in', why: expect.stringContaining('ECONNREFUSED') },
    });
    expect(lines.filter(({ message }) => message === 'a mail is given up')).toHaveLength(1);
  });

  test.each([
    ['for good by the receiving side is given up', REFUSALS.receiver(550), 0],
    ['for now by the receiving side is kept', REFUSALS.receiver(450), 1],
    ['because of its sender is kept', REFUSALS.sender(550), 1],
  ])('and is refused %s', async (_what, refusal, kept) => {
    const box = await open(openMailbox(refusal));
    const app = await open(startApp({ env: { SMTP_URL: box.url } }));
    const { log, lines } = listen();
    const postman = createPostman(app.ctx, log);
    await publishedSignatory(app);
    await queue(app, ADA, { kind: 'sign-in', next: null });
    await postman.deliver();
    await postman.stop();
    expect(await waitingMail(app)).toHaveLength(kept);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toMatch(/example|token/);
  });

  test('because nobody can write it is kept, and no other mail waits for it', async () => {
    const box = await open(openMailbox());
    const app = await open(startApp({ env: { SMTP_URL: box.url } }));
    await publishedSignatory(app);
    await queue(app, ADA, { kind: 'of a later version' } as never);
    await queue(app, ADA, { kind: 'sign-in', next: null });
    await app.postman.deliver();
    expect(box.received()).toHaveLength(1);
    expect(await waitingMail(app)).toMatchObject([{ kind: 'of a later version', attempts: 1 }]);
  });

  test('does not hold up the end of the server for long', async () => {
    const asked = Promise.withResolvers<void>();
    const silent = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 well\r\n');
      asked.resolve();
    }).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const app = await startApp({ env: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
    await publishedSignatory(app);
    await queue(app, ADA, { kind: 'sign-in', next: null });
    app.postman.start();
    await asked.promise;
    const since = performance.now();
    await app.close();
    expect(performance.now() - since).toBeLessThan(20_000);
    silent.close();
  });
});

test('a password goes over no open line, unless the URL says so', async () => {
  const users: unknown[] = [];
  const box = await open(
    openMailbox({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username: user }, _session, callback) => {
        users.push(user);
        callback(null, { user });
      },
    }),
  );
  const url = box.url.replace('//', '//muster:secret@');
  const app = await open(startApp({ env: { SMTP_URL: url } }));
  await queue(app, ADA, { kind: 'address-changed' });
  await app.postman.deliver();
  expect([users, box.received()]).toEqual([[], []]);
  later(app, 1);
  const env = { SMTP_URL: `${url}?requireTLS=false` };
  const other = await open(startApp({ env, besides: app, now: app.clock.now }));
  await other.postman.deliver();
  expect([users, box.received().length]).toEqual([['muster'], 1]);
});

test('two postmen at once send each of 20 mails once', async () => {
  const box = await open(openMailbox());
  const env = { SMTP_URL: box.url };
  const app = await open(startApp({ env }));
  const other = await open(startApp({ env, besides: app }));
  const addresses = Array.from({ length: 20 }, (_, index) => `dee${index}@example.org`);
  for (const email of addresses) {
    await queue(app, email, { kind: 'confirm', signUpId: await signUp(app, { email }) });
  }
  await Promise.all([app.postman.deliver(), other.postman.deliver()]);
  const to = box.received().flatMap((mail) => mail.to);
  expect(to.toSorted()).toEqual(addresses.toSorted());
  expect(await waitingMail(app)).toEqual([]);
});

test('a started postman sends what is queued by itself', async () => {
  const box = await open(openMailbox());
  const app = await open(startApp({ env: { SMTP_URL: box.url } }));
  app.postman.start();
  await queue(app, ADA, { kind: 'address-changed' });
  expect((await box.waitFor(ADA)).link).toBeNull();
});

test('readiness says when no mail goes out', async () => {
  const warning = 'Emails are written to DATA_DIR/outbox and reach nobody. Set SMTP_URL.';
  const app = await open(startApp());
  expect((await app.request('/readyz')).body.warnings).toContain(warning);
  const other = await open(startApp({ env: { SMTP_URL: 'smtp://localhost' }, besides: app }));
  expect((await other.request('/readyz')).body.warnings).not.toContain(warning);
});
