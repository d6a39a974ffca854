import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { NOTICE_VERSION } from '../../server/domain/signatory.ts';
import { startApp, type Reply, type TestApp } from './app.ts';
import { cookieOf } from './forms.ts';
import { openMailbox, type Mail, type Mailbox } from './mail.ts';

/** An app whose mail goes by SMTP to a mailbox of its own. */
export type MailApp = TestApp & { mailbox: Mailbox };

export async function startMailApp(options: Parameters<typeof startApp>[0] = {}): Promise<MailApp> {
  const mailbox = await openMailbox();
  const app = await startApp({ ...options, env: { SMTP_URL: mailbox.url, ...options?.env } });
  const close = async () => {
    await app.close();
    await mailbox.close();
  };
  return { ...app, mailbox, close };
}

/** A sign-up by Ada, as a stranger sends it. */
export const ADA = {
  kind: 'person',
  name: 'Ada Example',
  email: 'ada@uni.example',
  public: true,
  adult: true,
  notice: NOTICE_VERSION,
};

/** Sends a sign-up as the public does. */
export const signUp = (app: TestApp, facts: object = {}): Promise<Reply> =>
  app.request('/api/v1/signatories', { token: false, body: { ...ADA, ...facts } });

/** The token of the newest mail, or of the newest to an address, once what is due is sent. */
export async function newestToken(app: MailApp, to?: string): Promise<string> {
  await app.postman.deliver();
  const isMeant = (mail: Mail) => to === undefined || mail.to.includes(to);
  const { link } = app.mailbox
    .received()
    .findLast((mail) => mail.link?.includes('token=') && isMeant(mail))!;
  return new URL(link!).searchParams.get('token')!;
}

/** Uses a link's token by the API. */
export const useToken = (app: TestApp, token: string, key: string = randomUUID()): Promise<Reply> =>
  app.request('/api/v1/sessions', { token: false, key, body: { token } });

/** Signs up and confirms: the session's token, the signatory's id and its status. */
export async function signedUp(
  app: MailApp,
  facts: { email?: string; [fact: string]: unknown } = {},
) {
  const { email = ADA.email } = facts;
  expect((await signUp(app, facts)).status).toBe(202);
  const { status, body } = await useToken(app, await newestToken(app, email));
  expect(status).toBe(201);
  return { session: body.session as string, ...(body.signatory as { id: string; status: string }) };
}

/** Somebody new, who has signed and is signed in. */
export async function signatory(app: MailApp, facts: object = {}) {
  const code = randomUUID().slice(0, 8);
  const email = `${code}@uni.example`;
  return { email, ...(await signedUp(app, { name: `Ada ${code}`, email, ...facts })) };
}

/** What a signatory sees and does, by the API and in a browser. */
export const eyesOf = (app: MailApp) => ({
  as: (session: string, path: string, body?: unknown): Promise<Reply> =>
    app.request(`/api/v1/${path}`, { token: session, body }),
  page: async (session: string, path: string) => {
    const headers = { ...cookieOf(session), accept: 'text/html' };
    const response = await fetch(app.url + path, { headers, redirect: 'manual' });
    return { status: response.status, text: await response.text(), headers: response.headers };
  },
});
