import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { compose } from '../../server/postman/compose.ts';
import type { Mail } from '../../server/mail/queue.ts';
import { openTransport } from '../../server/postman/transport.ts';
import { findSession } from '../../server/sessions/session.ts';
import { INITIATIVE, NOW, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { signIn } from '../support/forms.ts';
import { openMailbox } from '../support/mail.ts';
import { linkRow, signUp } from './scenario.ts';

const ADA = 'ada.examplex@example.org';
let app: TestApp;
let ada: string;
beforeAll(async () => {
  const recipient = { name: 'Example Foundation', contact: 'hello@foundation.example' };
  app = await startApp({ initiative: { ...INITIATIVE, recipient } });
  ada = await publishedSignatory(app);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const write = (address: string, mail: Mail) => compose(app.ctx, address, mail);

describe('a sign-up is confirmed', () => {
  test('by a mail that says what was typed, by whom it is run, and what happens if not', async () => {
    const id = await signUp(app, { name: 'Dee <b>&</b>' });
    const mail = (await write('dee@example.org', { kind: 'confirm', signUpId: id }))!;
    expect(mail).toMatchObject({
      to: 'dee@example.org',
      replyTo: 'hello@foundation.example',
      subject: 'Confirm your signature: Open Model Initiative',
    });
    for (const part of [
      'signed Open Model Initiative with this email address.',
      'The link works once, within 24 hours.',
      'If this wasn’t you, ignore this email.',
      'Example Foundation\nhello@foundation.example',
      `\n\n${mail.link}\n\n`,
    ]) {
      expect(mail.text).toContain(part);
    }
    expect(await linkRow(app, mail.link)).toMatchObject({ purpose: 'confirm', signUpId: id });
  });

  test('without a word that was typed: whoever signs up chooses name and address', async () => {
    const words = { name: 'Win cash: call +1 900 555 0199', statement: 'bit dot ly slash x' };
    const id = await signUp(app, words);
    const { text, html } = (await write('dee@example.org', { kind: 'confirm', signUpId: id }))!;
    for (const typed of Object.values(words)) expect(text + html).not.toContain(typed);
  });

  test.each([
    [{ kind: 'funding', asset: 'KRW', amount: '250000' }, 'pledged ₩250,000.'],
    [
      { kind: 'compute', asset: 'B200', windows: [{ gpus: 8 }, { gpus: 1024 }] },
      'pledged up to 1,024 GPUs (B200).',
    ],
    [{ kind: 'compute', asset: 'B200', windows: [{ gpus: 8 }] }, 'pledged 8 GPUs (B200).'],
    [
      { kind: 'compute', asset: 'H200', windows: { gpuHours: '1000.5' } },
      'pledged 1,000.50 GPU-hours (H200).',
    ],
  ])('together with the pledge %j', async (pledge, sentence) => {
    const id = await signUp(app, { pledge });
    const mail = (await write('dee@example.org', { kind: 'confirm', signUpId: id }))!;
    expect(mail.subject).toBe('Confirm your signature and your pledge: Open Model Initiative');
    expect(mail.text).toContain(sentence);
    expect(mail.html).toContain('Confirm your signature and pledge</a>');
  });

  test('by no one whose address has signed: that one may sign in', async () => {
    const id = await signUp(app, { email: 'Ada.Examplex@Example.org' });
    const mail = (await write('Ada.Examplex@Example.org', { kind: 'confirm', signUpId: id }))!;
    expect(mail.to).toBe(ADA);
    expect(mail.subject).toBe('You have already signed: Open Model Initiative');
    expect(mail.text).toContain('nothing has changed');
    expect(await linkRow(app, mail.link)).toMatchObject({ purpose: 'sign-in', signatoryId: ada });
  });

  test('by no mail when it is gone', async () => {
    expect(await write('dee@example.org', { kind: 'confirm', signUpId: ada })).toBeNull();
  });
});

describe('who asks to sign in', () => {
  test('is answered at the address that signed, whatever spelling was typed', async () => {
    await publishedSignatory(app, { name: 'Bo' });
    await app.ctx.db.execute(
      sql`UPDATE signatory SET email = 'bo@gmail.com', email_key = 'bo@gmail.com' WHERE name = 'Bo'`,
    );
    const mail = (await write('B.O+x@googlemail.com', { kind: 'sign-in', next: '/me' }))!;
    expect(mail.to).toBe('bo@gmail.com');
  });

  test('and has not confirmed yet confirms the newest sign-up of a day', async () => {
    const email = 'eve@example.org';
    const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
    await signUp(app, { email, createdAt: hoursAgo(2) });
    const newest = await signUp(app, { email, createdAt: hoursAgo(1) });
    const mail = (await write(email, { kind: 'sign-in', next: null }))!;
    expect(await linkRow(app, mail.link)).toMatchObject({ signUpId: newest });
    const stale = 'stale@example.org';
    await signUp(app, { email: stale, createdAt: hoursAgo(25) });
    expect(await write(stale, { kind: 'sign-in', next: null })).toBeNull();
  });

  test('confirms none of several that differ, for a stranger may have typed one', async () => {
    const email = 'gus@example.org';
    await signUp(app, { email, name: 'Gus' });
    await signUp(app, { email, name: 'Gus', statement: 'I own stock.' });
    const mail = (await write(email, { kind: 'sign-in', next: null }))!;
    expect(mail).toMatchObject({ to: email, link: 'http://localhost:8080/sign' });
    expect(mail.text).toContain('No signature is confirmed yet');
    expect(mail.text).not.toContain('token=');
  });

  test('and is not known gets no mail; nor does a rejected one', async () => {
    expect(await write('nobody@example.org', { kind: 'sign-in', next: null })).toBeNull();
    const cleo = await publishedSignatory(app, { name: 'Cleo' });
    await app.request(`/api/v1/admin/signatories/${cleo}/reject`, { body: {} });
    expect(await write('cleox@example.org', { kind: 'sign-in', next: null })).toBeNull();
  });
});

describe('about an agreed pledge', () => {
  const ref = 'M7KD3Q9X2A';

  test('admins are told what is asked, and where to decide', async () => {
    const mail = (await write('cy@example.org', { kind: 'request', ref, request: 'postpone' }))!;
    expect(mail.subject).toBe(`Request to review, pledge ${ref}: Open Model Initiative`);
    expect(mail.text).toContain(
      `A giver asks to change the payment schedule of pledge ${ref}, which is agreed in writing.`,
    );
    expect(mail.link).toBe('http://localhost:8080/admin/queue?kind=request');
  });

  test.each([
    ['granted', 'We’ve made the change.'],
    ['refused', 'Your pledge hasn’t changed.'],
  ] as const)('its giver is told that it was %s, and why', async (decision, sentence) => {
    const reason = 'The hardware is ordered.';
    const told = { kind: 'request-decided', ref, request: 'release', decision, reason } as const;
    const mail = (await write(ADA, told))!;
    expect(mail.subject).toBe(
      `Your request about pledge ${ref} was ${decision}: Open Model Initiative`,
    );
    for (const part of [`An admin has ${decision} your request.`, `“${reason}”`, sentence]) {
      expect(mail.text).toContain(part);
    }
    expect(mail.link).toBe(`http://localhost:8080/me/pledges/${ref}`);
  });

  test('and of a promise admins are told what was withdrawn or put off', async () => {
    const step = { kind: 'step-back', ref, asset: 'KRW', quantity: '2100000000' } as const;
    const withdrawn = (await write('cy@example.org', { ...step, schedule: null }))!;
    expect(withdrawn.text).toContain(`The giver of pledge ${ref} has withdrawn ₩2,100,000,000.`);
    const moved = {
      kind: 'moved',
      count: 3,
      from: { first: '2027-03-31', last: '2027-09-30' },
      to: { first: '2030-03-31', last: '2032-09-30' },
    } as const;
    const later = (await write('cy@example.org', { ...step, schedule: moved }))!;
    expect(later.text).toContain(
      `The giver of pledge ${ref} moved 3 instalments from 2027 to 2030–32: ₩2,100,000,000.`,
    );
    const hours = { ...step, asset: 'H100-SXM', quantity: '360000', schedule: null };
    expect((await write('cy@example.org', hours))!.text).toContain('100 GPU-hours (H100-SXM)');
    expect(later.link).toBe(`http://localhost:8080/admin/pledges/${ref}`);
  });
});

describe('a signatory is told', () => {
  test('to confirm a new address, there', async () => {
    const to = 'ada@new.example';
    const { sessionId } = (await findSession(app.ctx.db, await signIn(app, ada), NOW))!;
    const mail = (await write(to, { kind: 'new-address', signatoryId: ada, sessionId }))!;
    expect(mail.to).toBe(to);
    expect(await linkRow(app, mail.link)).toMatchObject({
      purpose: 'address',
      signatoryId: ada,
      address: to,
    });
    const ended = { kind: 'new-address', signatoryId: ada, sessionId: ada } as const;
    expect(await write(to, ended)).toBeNull();
  });

  test('at the old one at once, and how to keep it', async () => {
    const mail = (await write(ADA, { kind: 'address-asked' }))!;
    expect(mail.link).toBe('http://localhost:8080/me');
    expect(mail.text).toContain('sign in and end the sessions');
  });

  test('at the old address that there is a new one, and whom to tell', async () => {
    const mail = (await write(ADA, { kind: 'address-changed' }))!;
    expect(mail.link).toBeNull();
    expect(mail.text).toContain('tell hello@foundation.example at once');
    expect(mail.html).not.toContain('href=');
  });

  test('what was decided, and why, with a plain link', async () => {
    const what = { asset: 'USD', quantity: '500000', isMore: false };
    const decided = { kind: 'decided', ref: 'abc234', reason: null, ...what } as const;
    const accepted = (await write(ADA, { ...decided, decision: 'accepted' }))!;
    expect(accepted.subject).toBe('Your pledge abc234 is accepted: Open Model Initiative');
    expect(accepted.text.replaceAll(/\s+/g, ' ')).toContain(
      'We’ve accepted $5,000.00 of your pledge abc234 for Open Model Initiative. Next, hello@foundation.example will agree with you how you pay or deliver',
    );
    const more = (await write(ADA, { ...decided, decision: 'accepted', isMore: true }))!;
    expect(more.text).toContain('the additional $5,000.00');
    expect(accepted.link).toBe('http://localhost:8080/me');
    const reason = 'No agreement.\nWrite to us.';
    const rejected = (await write(ADA, { ...decided, decision: 'rejected', reason }))!;
    expect(rejected.text).toContain(`The reason: “${reason}”`);
    expect(rejected.subject).toBe('Your pledge abc234 is rejected: Open Model Initiative');
    const ready = (await write(ADA, { ...decided, decision: 'ready' }))!;
    expect(ready.subject).toBe(
      'Your pledge abc234 will be accepted together with others: Open Model Initiative',
    );
    expect(ready.text.replaceAll(/\s+/g, ' ')).toContain(
      'An admin has approved your pledge abc234 of $5,000.00 for Open Model Initiative. We accept anonymous pledges together, once a day, when five givers are waiting.',
    );
  });

  test('that a pledge is anonymous now, because its visibility was dropped', async () => {
    const mail = (await write(ADA, { kind: 'now-anonymous' }))!;
    expect(mail.subject).toBe('Your pledge is now anonymous: Open Model Initiative');
    expect(mail.text).toContain('someone may still guess');
    expect(mail.link).toBe('http://localhost:8080/me');
  });

  test('why a signature is rejected, without a link that would lead nowhere', async () => {
    const mail = (await write(ADA, { kind: 'signature-rejected', reason: 'Who are you?' }))!;
    expect(mail.text).toContain('The reason: “Who are you?”');
    expect(mail.text).toContain('think this is a mistake, write to hello@foundation.example');
    expect([mail.link, mail.replyTo]).toEqual([null, 'hello@foundation.example']);
  });

  test('what is asked back, of whom a reply goes to, and where it is changed', async () => {
    const asked = { kind: 'asked', question: 'In one sum?' } as const;
    const pledge = (await write(ADA, { ...asked, ref: 'ABC234' }))!;
    expect(pledge.subject).toBe('A question about your pledge ABC234: Open Model Initiative');
    expect(pledge.text).toContain('“In one sum?”');
    expect(pledge.replyTo).toBe('hello@foundation.example');
    expect(pledge.link).toBe('http://localhost:8080/me/pledges/ABC234');
    expect((await write(ADA, { ...asked, ref: null }))!.link).toBe('http://localhost:8080/me');
  });
});

test('admins are told how much waits, and since when; nothing is no mail', async () => {
  expect(await write('cy@example.org', { kind: 'waiting' })).toBeNull();
  const signed = { kind: 'person', name: 'Fay', email: 'fay@example.org', public: true };
  const { id } = (await app.request('/api/v1/signatories', { body: signed })).body;
  await fundingPledge(app, ada, { accept: false });
  await fundingPledge(app, id, { accept: false });
  const mail = (await write('cy@example.org', { kind: 'waiting' }))!;
  expect(mail.subject).toBe('3 decisions to make: Open Model Initiative');
  expect(mail.text).toContain(
    'To review: 1 signature and 2 pledges. The oldest has waited since 10 Mar 2026, 12:00 UTC.',
  );
  expect(mail.link).toBe('http://localhost:8080/admin');
});

test('no text makes a header of its own', async () => {
  const box = await openMailbox();
  const config = { ...app.ctx.config, smtpUrl: box.url };
  const transport = openTransport(config, { info: () => {} });
  const nasty = 'Dee\r\nBcc: all@example.org\r\n\r\nHello';
  const id = await signUp(app, { name: nasty });
  const mail = (await write('dee@example.org', { kind: 'confirm', signUpId: id }))!;
  const outgoing = { ...mail, subject: nasty, id: 'x', kind: 'confirm', at: NOW };
  const { signal } = new AbortController();
  expect(await transport.send(outgoing, signal)).toBeNull();
  const replyTo = 'a@example.org\r\nBcc: b@example.org';
  expect(await transport.send({ ...outgoing, replyTo }, signal)).toBeNull();
  const two = { ...outgoing, to: 'a@example.org, c@example.org' };
  expect(await transport.send(two, signal)).toMatchObject({ isFinal: true });
  transport.close();
  expect(box.received()).toHaveLength(2);
  for (const sent of box.received()) {
    expect(sent.to).toEqual(['dee@example.org']);
    expect(sent.headers.has('bcc')).toBe(false);
    expect(sent.subject).toBe('Dee Bcc: all@example.org  Hello');
    expect(sent.text).not.toMatch(/^Hello/);
  }
  await box.close();
});

test('a mail is from the initiative, where MAIL_FROM names nobody', async () => {
  const sent = await startApp();
  try {
    expect(await (await fetch(`${sent.url}/sign-in/sent`)).text()).toContain('doesn’t send email');
    expect((await write(ADA, { kind: 'address-changed' }))!.sender).toBe('Open Model Initiative');
  } finally {
    await sent.close();
  }
});
