import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { fieldsOf, send, cookieOf } from '../support/forms.ts';
import { useMailApp } from '../support/mail-app.ts';
import { newestToken, signUp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
const mail = useMailApp((started) => {
  app = started;
});

const newsOf = async (id: string): Promise<Date | null> => {
  const { signatory } = schema;
  const [row] = await app.ctx.db.select().from(signatory).where(eq(signatory.id, id));
  return row!.newsAt;
};
const cellOf = async (id: string): Promise<string> => {
  await app.publicCache.refresh();
  const { body } = await app.request('/api/v1/admin/exports/signatories.csv');
  const [head, ...rows] = String(body)
    .split('\r\n')
    .map((row) => row.split(','));
  return rows.find((row) => row[0] === id)![head!.indexOf('news_since')]!;
};

test('the box is there, and nobody has ticked it', async () => {
  const page = String((await app.request('/sign', { token: false })).body);
  expect(page).toContain('Email me news about the initiative');
  expect(fieldsOf(page).has('news')).toBe(false);
  const ada = await mail.signatory();
  expect(await newsOf(ada.id)).toBeNull();
  expect(await cellOf(ada.id)).toBe('');
});

test('who ticks it is told so before confirming, and admins get the time', async () => {
  const at = app.clock.now.toISOString();
  await signUp(app, { name: 'Bo', email: 'bo@uni.example', news: true });
  const token = await newestToken(app, 'bo@uni.example');
  const confirm = String((await app.request(`/confirm?token=${token}`, { token: false })).body);
  expect(confirm).toContain('Email me news about the initiative');
  const dee = await mail.signatory({ news: true });
  expect(await cellOf(dee.id)).toBe(at);
  expect((await mail.as(dee.session, 'me')).body.signature.newsSince).toBe(at);
});

test('it can be stopped and asked for again, and an edit of something else keeps the time', async () => {
  const ada = await mail.signatory({ news: true });
  const asked = await newsOf(ada.id);
  mail.later(1);
  expect((await mail.as(ada.session, 'me/signature', { role: 'Engineer' })).status).toBe(201);
  expect(await newsOf(ada.id)).toEqual(asked);
  const cookie = cookieOf(ada.session);
  const { text } = await mail.page(ada.session, '/me/signature');
  const form = fieldsOf(text.slice(text.indexOf('<form class="form"')));
  expect(form.get('news')).toBe('on');
  form.delete('news');
  expect((await send(`${app.url}/me/signature`, form, cookie)).status).toBe(303);
  expect(await newsOf(ada.id)).toBeNull();
  await mail.as(ada.session, 'me/signature', { news: true });
  expect(await newsOf(ada.id)).toEqual(app.clock.now);
});

test('a withdrawal ends it, and whoever is rejected is in no list', async () => {
  const ada = await mail.signatory({ news: true });
  expect((await mail.as(ada.session, 'me/withdraw', {})).status).toBe(201);
  expect(await newsOf(ada.id)).toBeNull();
  const bo = await mail.signatory({ news: true });
  await app.request(`/api/v1/admin/signatories/${bo.id}/reject`, { body: {} });
  const { body } = await app.request('/api/v1/admin/exports/signatories.csv?status=rejected');
  const [head, ...rows] = String(body)
    .split('\r\n')
    .map((row) => row.split(','));
  const row = rows.find(([id]) => id === bo.id)!;
  expect(row[head!.indexOf('news_since')]).toBe('');
});
