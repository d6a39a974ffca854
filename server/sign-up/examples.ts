import type { Exchanges } from '../openapi/operation.ts';
import { BO, BO_SESSION, refusal, TOKEN } from '../openapi/story.ts';
import { NOTICE } from '../domain/notice.ts';

const BO_SIGNS = {
  kind: 'person',
  name: 'Bo Example',
  role: 'Engineer',
  email: 'bo@example.org',
  public: true,
  adult: true,
  notice: NOTICE,
  pledge: {
    kind: 'funding',
    asset: 'USD',
    amount: '100.00',
    schedule: { every: 'month', times: 3, firstOn: '2026-04-30' },
  },
};

export const signUp: Exchanges = {
  'bo-signs': {
    summary: 'Bo signs and pledges USD 100.00 in three parts; a mail goes out',
    body: BO_SIGNS,
    as: 'public',
    status: 202,
    answer: { status: 'pending' },
  },
};

export const askForLink: Exchanges = {
  'bo-asks-for-a-link': {
    summary: 'Bo asks for a link to sign in',
    body: { email: 'bo@example.org' },
    as: 'public',
    status: 202,
    answer: { status: 'sent' },
  },
};

export const openSession: Exchanges = {
  'bo-confirms': {
    summary: 'Bo uses the link of the mail: the signature counts, and the pledge is accepted',
    key: 'a-secret-of-bo-for-this-one-call',
    body: { token: TOKEN },
    as: 'public',
    status: 201,
    answer: { session: BO_SESSION, next: null, signatory: { id: BO, status: 'published' } },
  },
  'a-link-that-was-used': {
    summary: 'Somebody else uses the link again',
    body: { token: TOKEN },
    as: 'public',
    status: 410,
    answer: refusal(
      410,
      'link-spent',
      'This link was used, or its time is over. Ask for another one.',
    ),
  },
};
