import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import { reviewSetting } from '../../server/db/review.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { signedUp, startMailApp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
let signed = 0;
beforeAll(async () => {
  app = await startMailApp();
  await app.ctx.db.update(reviewSetting).set({ organisations: ['Gigalog Works', 'Lumio'] });
  await signedUp(app, { name: 'Grace Celli', email: 'grace@uni.example' });
  await signedUp(app, {
    kind: 'organisation',
    name: 'Signed Works, Inc.',
    email: 'office@signed.example',
    url: 'https://signed.example',
  });
});
beforeEach(() => app.ctx.db.delete(people.limitUse));
afterEach(() => watchLedger(app));
afterAll(() => app.close());

/** Signs under a name, as somebody new. */
async function sign(facts: object) {
  signed += 1;
  const email = `somebody${signed}@uni.example`;
  const { session, status } = await signedUp(app, { email, ...facts });
  const { body } = await app.request('/api/v1/me', { token: session });
  return { session, status, review: body.signature.review as string[] };
}

describe('an admin looks at', () => {
  test.each([
    ['a well-known organisation’s name as a person', 'Gigalog Works', 'known-organisation'],
    ['the same with its legal form', 'The Gigalog Works, Inc.', 'known-organisation'],
    ['the same with U+0261 for g', 'Gi\u0261alog Works', 'known-organisation'],
    ['the same with a capital I for l', 'GigaIog Works', 'known-organisation'],
    ['the same in mathematical bold', '𝐆𝐢𝐠𝐚𝐥𝐨𝐠 𝐖𝐨𝐫𝐤𝐬', 'known-organisation'],
    ['the same with a zero-width joiner', 'Giga\u200dlog Works', 'known-organisation'],
    ['the same in other spacing and case', 'GIGA log-works', 'known-organisation'],
    ['the initiative’s own name', 'Open Model Initiative', 'known-organisation'],
    ['a signatory’s name with a capital I for l', 'Grace CeIli', 'look-alike'],
    ['a signatory’s name with a digit for l', 'Grace Cel1i', 'look-alike'],
    ['a signatory’s name with one Cyrillic letter', 'Gra\u0441e Celli', 'look-alike'],
    [
      'a name that reads as Latin and is all in Cyrillic',
      '\u0421\u043e\u0441\u043e \u0420\u043e\u0440\u0435',
      'mixed-scripts',
    ],
    ['Latin with Cyrillic', 'Newcomer \u0410nna', 'mixed-scripts'],
    ['mathematical letters', '𝐍𝐞𝐰𝐜𝐨𝐦𝐞𝐫', 'mixed-scripts'],
    ['a joiner between Latin letters', 'New\u200dcomer', 'mixed-scripts'],
    ['a person under a signed organisation’s name', 'Signed Works', 'organisation-name'],
    ['a person named as a company', 'Unheard Example GmbH', 'organisation-name'],
    ['a person named as a company in Korean', '예시 주식회사', 'organisation-name'],
    ['a name with a head’s role in it', 'Bo Example, CEO', 'unsigned-role'],
    ['a role that could be a surname, with more', 'Bo, Founder of Unsigned Works', 'unsigned-role'],
    ['a role after a well-known name', 'Lumio Founder', 'known-organisation'],
  ])('%s', async (_what, name, reason) => {
    const { status, review } = await sign({ name });
    expect(status).toBe('pending');
    expect(review).toContain(reason);
  });

  test.each([
    ['CEO', 'Unsigned Works'],
    ['CEO of Unsigned Works', undefined],
    ['\u0421\u0415\u041e', 'Unsigned Works'],
    ['Co-founder and chief scientist', 'Unsigned Works'],
    ['대표이사', 'Unsigned Works'],
  ])('the role %s at an organisation that has not signed', async (role, affiliation) => {
    const { review } = await sign({ name: `Head ${signed}`, role, affiliation });
    expect(review).toEqual(['unsigned-role']);
  });
});

describe('nobody waits for', () => {
  test.each([
    ['a name that another person has', { name: 'Grace Celli' }],
    ['a name in Korean with Latin', { name: 'LG전자 Kim' }],
    ['a name in Chinese with Latin', { name: 'Ming 王小明' }],
    ['a name in Japanese with Latin', { name: 'ソニー花子 Lee' }],
    ['a name in Cyrillic that reads as Cyrillic', { name: 'Анна Примерова' }],
    ['a Persian name with a joiner', { name: 'علی\u200cرضا نمونه' }],
    ['a Thai name', { name: 'สำราญ ตัวอย่าง' }],
    ['a surname that is a role too', { name: 'Robin Founder' }],
    ['accents', { name: 'José Núñez Ångström' }],
    [
      'a head of an organisation that has signed',
      { name: 'Sally Head', role: 'CEO', affiliation: 'Signed Works' },
    ],
    [
      'a deputy’s or a researcher’s role',
      { name: 'Vi Deputy', role: 'Vice President, Research', affiliation: 'Unsigned Works' },
    ],
    ['a name that begins like a well-known organisation’s', { name: 'Lumio Example' }],
  ])('%s', async (_what, facts) => {
    expect(await sign(facts)).toMatchObject({ status: 'published', review: [] });
  });
});

test('a published person cannot become the head of an organisation that has not signed', async () => {
  const { session } = await sign({
    name: 'Later Head',
    role: 'Engineer',
    affiliation: 'Unsigned Works',
  });
  const edit = (body: object) => app.request('/api/v1/me/signature', { token: session, body });
  const refused = await edit({ role: 'CEO' });
  expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([400, 'role']);
  expect((await edit({ role: 'Senior engineer' })).status).toBeLessThan(300);
});

test('whoever signed before there were skeletons is compared too', async () => {
  await sign({ name: 'Elder Lilly' });
  await app.database!.asOwner('TRUNCATE signatory_skeleton');
  const { fillLookKeys } = await import('../../server/signatories/sign.ts');
  await fillLookKeys(app.ctx.db);
  expect((await sign({ name: 'EIder Lilly' })).review).toEqual(['look-alike']);
});
