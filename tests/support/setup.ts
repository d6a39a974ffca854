import { INITIATIVE } from './app.ts';

/** A demonstration of four entries. */
export const DEMONSTRATION = {
  initiative: { ...INITIATIVE.initiative, demonstration: true },
  signatories: [{ key: 'uni', kind: 'organisation', name: 'Example University' }],
  pledges: [
    {
      key: 'uni-2026',
      signatory: 'uni',
      kind: 'funding',
      asset: 'USD',
      amount: '250000.00',
      movements: [{ verb: 'accept', occurredOn: '2026-03-02' }],
    },
  ],
};

/** What Cy types, as a browser sends it: every field, most of them empty. */
export const TYPED: Record<string, string> = {
  'initiative.name': 'Cy’s Initiative',
  'initiative.call': 'Open models & the compute to lead.',
  'initiative.currency': 'eur',
  'initiative.targets.funding': '2,500,000.50',
  'initiative.targets.gpus': '1 024',
  'initiative.targets.gpuHours': '',
  'initiative.startsOn': '2026-01-01',
  'initiative.endsOn': '2026-12-31',
  'initiative.deadlineOn': '',
  'recipient.name': 'Example Foundation',
  'recipient.refundPolicy': 'https://foundation.example/refunds',
  'recipient.contact': ' hello@foundation.example ',
};

/** The same in the figures of the API. */
export const TYPED_PROGRESS = {
  asOf: { size: 1 },
  initiative: { name: 'Cy’s Initiative', demonstration: false },
  funding: { currency: 'EUR', target: '2500000.50' },
};

/** How our own pages send a form in a browser: they send no referrer, so no origin either. */
export const OWN = { origin: 'null', 'sec-fetch-site': 'same-origin' };

/** One form, as a browser posts it. */
export async function postForm(
  url: string,
  fields: Record<string, string> | URLSearchParams,
  headers: Record<string, string> = OWN,
): Promise<{ status: number; page: string; location: string | null; refresh: string | null }> {
  const response = await fetch(`${url}/setup`, {
    method: 'POST',
    headers: {
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
    redirect: 'manual',
  });
  const header = (name: string) => response.headers.get(name);
  return {
    status: response.status,
    page: await response.text(),
    location: header('location'),
    refresh: header('refresh'),
  };
}

/** As a browser goes on from the page that it is sent while a demonstration is put aside: where that leads. */
export async function startOwn(
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = OWN,
): Promise<string | null> {
  const { status, page, refresh } = await postForm(url, fields, headers);
  const [, next] = /^1; url=(\/setup\?.*)$/.exec(refresh ?? '') ?? [];
  if (status !== 200 || next === undefined) throw new Error(`${status}: ${page}`);
  const { cookie = '' } = headers;
  const response = await fetch(url + next, { headers: { cookie }, redirect: 'manual' });
  return response.headers.get('location');
}

/** The code of an address that was printed. */
export const codeIn = (text: string): string => /setup\?code=([-0-9A-Z]{19})\b/.exec(text)![1]!;
