import { NOTICE } from '../domain/notice.ts';
import type { Exchanges } from '../openapi/operation.ts';
import { BO, BO_SESSION_ID } from '../openapi/story.ts';

const AT = '2026-03-10T12:00:00.000Z';
const as = 'signatory';
const done = (status: string) => ({ status: 201, answer: { id: BO, status } });

export const getMe: Exchanges = {
  'bo-looks': {
    summary: 'What is kept of Bo',
    as,
    status: 200,
    answer: {
      signature: {
        id: BO,
        status: 'published',
        kind: 'person',
        name: 'Bo Example',
        role: 'Engineer',
        affiliation: null,
        url: null,
        country: null,
        statement: null,
        statementStatus: null,
        public: true,
        email: 'bo@example.org',
        signedAt: AT,
        confirmedAt: AT,
        publishedAt: AT,
        verifiedDomain: null,
        review: [],
        notice: NOTICE,
        consentedAt: AT,
        question: null,
        askedBackAt: null,
      },
      sessions: [
        {
          id: BO_SESSION_ID,
          browser: 'node',
          createdAt: AT,
          seenAt: AT,
          expiresAt: '2026-04-09T12:00:00.000Z',
          isThis: true,
        },
      ],
    },
  },
};

export const editSignature: Exchanges = {
  'bo-says-more': {
    summary: 'Bo adds a country, and takes the role away',
    as,
    body: { country: 'NO', role: null },
    ...done('published'),
  },
};

export const withdrawSignature: Exchanges = {
  'bo-withdraws-the-signature': { summary: 'Bo withdraws', as, body: {}, ...done('withdrawn') },
};

export const signAgain: Exchanges = {
  'bo-signs-again': { summary: 'Bo signs again', as, body: {}, ...done('published') },
};

export const askForAddress: Exchanges = {
  'bo-moves': {
    summary: 'Bo has a new address, which gets a link',
    as,
    body: { email: 'bo@new.example' },
    status: 202,
    answer: { status: 'sent' },
  },
};

export const endSession: Exchanges = {
  'bo-signs-out': {
    summary: 'Bo signs out',
    as,
    params: { id: BO_SESSION_ID },
    body: {},
    status: 201,
    answer: { status: 'ended' },
  },
};
