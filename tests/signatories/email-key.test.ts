import { describe, expect, test } from 'vitest';
import { emailKey } from '../../server/signatories/schemas.ts';

describe('one mailbox has one key', () => {
  test.each([
    ['Ada@Example.ORG', 'ada@example.org'],
    ['A.da+muster@gmail.com', 'ada@gmail.com'],
    ['ada@GoogleMail.com', 'ada@gmail.com'],
    ['ada+x+y@outlook.com', 'ada@outlook.com'],
    ['ada+x@fastmail.com', 'ada@fastmail.com'],
    ['ada+x@proton.me', 'ada@proton.me'],
    ['ada+x@icloud.com', 'ada@icloud.com'],
    ['ada@Bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@XN--Bcher-KVA.example', 'ada@xn--bcher-kva.example'],
    // Composed and decomposed.
    ['zoe\u0308@example.org', 'zo\u00eb@example.org'],
  ])('%s is %s', (address, key) => {
    expect(emailKey(address)).toBe(key);
  });
});

describe('two mailboxes have two', () => {
  test.each([
    ['a.da@outlook.com', 'ada@outlook.com'],
    ['ada+x@example.org', 'ada@example.org'],
    ['ada@proton.me', 'ada@pm.me'],
    ['ada@icloud.com', 'ada@me.com'],
    ['+x@gmail.com', '+y@gmail.com'],
  ])('%s and %s', (one, other) => {
    expect(emailKey(one)).not.toBe(emailKey(other));
  });
});
