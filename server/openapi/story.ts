/**
 * The random codes of the examples, which tell one story: a code that one answer gives stands in the
 * requests after it.
 */
export const ADA = '019cd7b2-5c00-7ada-8000-000000000001';
export const DEE = '019cd7b2-5c00-7dee-8000-000000000002';

export const BO = '019cd7b2-5c00-7b0b-8000-000000000003';
export const BO_SESSION_ID = '019cd7b2-5c00-7b0b-8000-000000000004';
/** What a mail's link ends in, and what its use answers: secrets, of which only the form is shown. */
export const TOKEN = 'Zm9yLWV4YW1wbGUtb25seS1hLWxpbmstb2YtYS1tYWl';
export const BO_SESSION = 'c2Vzc2lvbi1vZi1iby1mb3ItZXhhbXBsZS1vbmx5LW5';

export const BO_MONEY = 'B3M1NEY7KQ';
export const BO_GPUS = 'B6GPV5ZX0T';
export const BO_ANONYMOUS = 'B8QH4W2RKM';

/** What Bo asks of the admins about the money, once it is agreed in writing. */
export const BO_REQUESTS = {
  later: '019cd7b2-5c00-7b0b-8000-0000000000a1',
  release: '019cd7b2-5c00-7b0b-8000-0000000000a2',
  less: '019cd7b2-5c00-7b0b-8000-0000000000a3',
};

/** What Bo begins to pay, and what somebody gives; the page of Stripe's where the first is paid. */
export const BO_PAYMENT = 'P4BZ8M1TK6WX';
export const GIFT_PAYMENT = 'P5GH2C9RS3VN';
export const PAY_PAGE = 'https://checkout.stripe.com/c/pay/cs_test_a1';

export const MONEY = 'M7KD3Q9X2A';
export const GPUS = 'G4T8WZ1R5N';
export const EUROS = 'E2V6HB0JYC';
export const YEN = 'Y9P3KT7W0D';

/** Of the movements: accepted, agreed, received, a mistake and its reversal, and what followed. */
export const BATCHES = {
  money: 'A1WQ6Z4MBT8RK0XD',
  gpus: 'A2HN9C3VF7YJ5PES',
  agreed: 'B3TZ0KX8QW4MG6RV',
  gpusAgreed: 'B4CD7YP1NJ9HS2EF',
  arrived: 'C5MX3RV6TB0ZQ8WK',
  mistake: 'D6EJ2GS9FH4NC7YP',
  reversal: 'D7QK8WB5XT1VR3ZM',
  hours: 'F8YN4PH0CS6JE9GD',
  lapsed: 'G9RT7ZV2MK5XB1QW',
  expected: 'H0FS3CE8YP6DN4JG',
  returned: 'J1WB9XQ5ZR7TK2MV',
  more: 'K2GC4NH8SE0PD6YJ',
  boAgreed: 'K9XW5QR2TB7MZ0VK',
  released: 'K6PD1HE8GS3YC4NJ',
  backToBo: 'K2CD6NJ4YP8HS1EF',
  contested: 'M3XT8QV5BZ1RK7WM',
  won: 'N4PC2HG9SD6NY0JE',
  lost: 'P5WM7ZR3TX8QB1KV',
} as const;

export const ROOT = 'q1uCr9qdlNfBVbXwXh8cYO0i5SqxIwkVVAvFqlHV7B8=';

/** Who receives, as it says of itself in full. */
export const RECIPIENT = {
  name: 'Example Foundation',
  registration: '000000-TEST',
  country: 'Norway',
  taxStatus: 'charity',
  refundPolicy: 'https://foundation.example/refunds',
  privacyNotice: 'https://foundation.example/privacy',
  contact: 'pay@foundation.example',
  closedCountries: ['BY'],
  screenedBy: 'Example Screening',
  screenedAbove: '5000.00',
};

/** The day on which the story takes place. */
const TODAY = '2026-03-10';

interface Told {
  seq: number;
  verb: string;
  from: string;
  to: string;
  occurredOn?: string;
  grade?: string;
}

/** A movement of US dollars as it is answered. */
export const dollars = (amount: string, told: Told, more: object = {}) => ({
  asset: 'USD',
  amount,
  base: amount,
  occurredOn: TODAY,
  grade: 'self-asserted',
  ...told,
  ...more,
});

/** A movement of H100s as it is answered: their hours are H100-equivalents. */
export const h100s = (gpuHours: string, gpuSeconds: string, told: Told, more: object = {}) => ({
  asset: 'H100-SXM',
  gpuHours,
  gpuSeconds,
  h100eHours: gpuHours,
  occurredOn: TODAY,
  grade: 'self-asserted',
  ...told,
  ...more,
});

/** A refusal as it is answered. */
export const refusal = (status: number, code: string, detail: string, more: object = {}) => ({
  type: `urn:muster:problem:${code}`,
  title: code.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase()),
  status,
  detail,
  ...more,
});

/** The figures at the end of the story. */
const hours = {
  secured: '534067.20',
  delivered: '1000.00',
  committed: '533067.20',
  pledged: '534067.20',
};
export const FIGURES = {
  funding: {
    currency: 'USD',
    target: '100000000.00',
    secured: '2498000.00',
    received: '498000.00',
    committed: '2000000.00',
    pledged: '2800000.00',
    waiting: '0.00',
    withdrawn: '100.00',
    lapsed: '200000.00',
    refunded: '2000.00',
    disputed: '0.00',
  },
  gpuHours: { target: '87600000.00', ...hours },
  h100eHours: hours,
  signatories: { published: 2, organisations: 0 },
};
export const GPUS_SECURED = { allSites: 128, largestSite: 128, from: '2026-04-01' };
/** The number of entries at its end. */
export const SIZE = 29;
