/** An app with pledges, and Cy at its desk who reads bank files. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { NOW, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { formOf, textOf } from '../support/desk-forms.ts';
import { ACCOUNT } from './camt.ts';

export const BANK = '/admin/bank';

export function useBank() {
  const started = {} as { app: TestApp; cy: DeskUser };
  beforeAll(async () => {
    started.app = await startApp({ now: new Date(NOW) });
    started.cy = await atDesk(started.app, 'operator');
  });
  afterEach(() => watchLedger(started.app));
  afterAll(() => started.app.close());

  /** Sends a file as a browser does, with what is typed. */
  async function upload(
    file: string | Buffer,
    typed: Record<string, string> = { account: ACCOUNT },
  ) {
    const { app, cy } = started;
    const path = `${BANK}/file`;
    const { page } = await cy.get(path);
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...formOf(page, path), ...typed })) {
      form.set(name, value);
    }
    form.set('file', new Blob([Buffer.from(file)]), 'statement');
    const response = await fetch(app.url + path, {
      method: 'POST',
      headers: { ...cy.cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' },
      body: form,
      redirect: 'manual',
    });
    const text = await response.text();
    const location = response.headers.get('location');
    return { status: response.status, location, text: text === '' ? '' : textOf(text) };
  }

  /** As of a checkpoint with everything in it. */
  async function get(path = BANK, by: DeskUser = started.cy): Promise<string> {
    await started.app.publicCache.refresh();
    return (await by.get(path)).page;
  }

  const text = async (path?: string, by?: DeskUser): Promise<string> => textOf(await get(path, by));

  return Object.assign(started, {
    upload,
    get,
    text,
    /** Reads a file; what the desk then says. */
    read: async (file: string, typed?: Record<string, string>): Promise<string> => {
      const sent = await upload(file, typed);
      expect(sent.text).toBe('');
      return text(sent.location!);
    },
    recordAll: async (): Promise<string> => {
      const path = `${BANK}/record-all`;
      const { location } = await started.cy.post(path, formOf(await get(), path));
      return text(location!);
    },
    /** The texts of the open entries. */
    waiting: async (): Promise<string[]> =>
      [...(await get()).matchAll(/<span class="line quiet as-typed">([^<]*)/g)].map(
        ([, wrote]) => wrote!,
      ),
    /** The address of the open entry with a text. */
    entry: async (wrote: string): Promise<string> => {
      const row = (await get()).split('<tr').find((each) => each.includes(wrote));
      return /href="(\/admin\/bank\/\d+)"/.exec(row ?? '')![1]!;
    },
    received: async (ref: string): Promise<string> =>
      (await started.app.request(`/api/v1/pledges/${ref}`)).body.stages.received.amount,
  });
}
