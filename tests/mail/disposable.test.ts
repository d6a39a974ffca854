import { expect, test } from 'vitest';
import { isDisposable, isMailProvider } from '../../server/signatories/mail-domains.ts';

test.each([
  ['mailinator.com', true],
  ['Guerrillamail.COM', true],
  ['any.sub.yopmail.com', true],
  ['yopmail.com.example.org', false],
  ['gmail.com', false],
  ['example.org', false],
  ['com', false],
  ['', false],
])('whether addresses of "%s" are to be thrown away: %s', (domain, is) => {
  expect(isDisposable(domain)).toBe(is);
});

test.each([
  ['gmail.com', true],
  ['Outlook.com', true],
  ['hotmail.co.uk', true],
  ['yahoo.com.br', true],
  ['gmx.de', true],
  ['naver.com', true],
  ['vip.qq.com', true],
  ['Mail.yahoo.co.uk', true],
  ['ya.ru', true],
  ['bk.ru', true],
  ['vk.com', true],
  ['zohomail.com', true],
  ['email.com', true],
  ['privaterelay.appleid.com', true],
  ['relay.firefox.com', true],
  ['users.noreply.github.com', true],
  ['github.com', false],
  ['mail.example.org', false],
  ['gmail.com.example.org', false],
  ['outlook.example', false],
  ['students.example.edu', false],
])('whether "%s" is open to everybody: %s', (domain, is) => {
  expect(isMailProvider(domain)).toBe(is);
});
