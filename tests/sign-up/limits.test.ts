import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import { checkLedger, type Reply } from '../support/app.ts';
import { ADA, signedUp, startMailApp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
beforeAll(async () => {
  app = await startMailApp({ env: { TRUSTED_PROXIES: '127.0.0.1,::1' } });
});
beforeEach(() => app.ctx.db.delete(people.limitUse));
afterEach(() => checkLedger(app));
afterAll(() => app.close());

const from = (ip: string) => ({ token: false as const, headers: { 'x-forwarded-for': ip } });
const sign = (ip: string, email: string): Promise<Reply> =>
  app.request('/api/v1/signatories', { ...from(ip), body: { ...ADA, email } });
const ask = (ip: string, email: string): Promise<Reply> =>
  app.request('/api/v1/links', { ...from(ip), body: { email } });
const mailsTo = async (address: string): Promise<number> => {
  await app.postman.deliver();
  return app.mailbox.received().filter(({ to }) => to.includes(address)).length;
};

describe('who sends too much', () => {
  test('is refused, and uses up nothing of anybody else’s', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 261; index += 1) {
      const address = index < 60 ? `${index}@a${index}.example` : `${index}@victim.example`;
      statuses.push((await sign('192.0.2.1', address)).status);
    }
    expect(statuses.filter((status) => status === 202)).toHaveLength(60);
    for (let times = 0; times < 6; times += 1) await ask('192.0.2.1', 'owner@victim.example');
    expect((await sign('192.0.2.2', 'honest@victim.example')).status).toBe(202);
    expect((await ask('192.0.2.2', 'owner@victim.example')).status).toBe(202);
  });

  test('from many addresses to one domain holds up sign-ups there, and nobody who signs in', async () => {
    const ada = await signedUp(app, { email: 'ada@busy.example', name: 'Busy Example' });
    await app.ctx.db.delete(people.limitUse);
    for (let index = 0; index < 200; index += 1) {
      const ip = `192.0.2.${index % 5}`;
      expect((await sign(ip, `${index}@busy.example`)).status).toBe(202);
    }
    const { status, headers } = await sign('198.51.100.1', 'one.more@busy.example');
    expect([status, Number(headers.get('retry-after'))]).toEqual([429, 3600]);
    const before = await mailsTo('ada@busy.example');
    expect((await ask('198.51.100.1', 'ada@busy.example')).status).toBe(202);
    expect(await mailsTo('ada@busy.example')).toBe(before + 1);
    expect(ada.status).toBe('published');
  });
});

describe('an address', () => {
  test('that was sent five mails gets no more in the hour, and nobody learns that it did', async () => {
    const first = await sign('192.0.2.1', 'often@uni.example');
    for (let times = 1; times < 4; times += 1) await sign('192.0.2.1', 'often@uni.example');
    for (let times = 4; times < 9; times += 1) {
      const { status, body } = await sign('192.0.2.1', 'OFTEN@uni.example');
      expect([status, body]).toEqual([first.status, first.body]);
    }
    expect((await ask('192.0.2.1', 'often@uni.example')).status).toBe(202);
    expect((await mailsTo('often@uni.example')) + (await mailsTo('OFTEN@uni.example'))).toBe(5);
    app.clock.now = new Date(app.clock.now.getTime() + 3_600_000);
    await ask('192.0.2.1', 'often@uni.example');
    expect((await mailsTo('often@uni.example')) + (await mailsTo('OFTEN@uni.example'))).toBe(6);
  });

  test('is one with what follows a plus, whoever its provider is', async () => {
    for (let index = 0; index < 9; index += 1) await sign('192.0.2.1', `v+${index}@uni.example`);
    await app.postman.deliver();
    const all = app.mailbox.received().flatMap(({ to }) => to);
    expect(all.filter((to) => to.startsWith('v+'))).toHaveLength(5);
  });
});
