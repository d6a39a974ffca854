/** The people of the month in their browsers, and every email that they get. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { openMailbox, type Mail, type Mailbox } from '../support/mail.ts';
import { stripeEnv } from '../support/pay.ts';
import { startFakeStripe, type FakeStripe } from '../support/stripe/fake.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

export const PHONE = 390;
export const DESKTOP = 1280;

/** A folder for a picture of each page, if somebody wants to look at them. */
const { MONTH_PICTURES: pictures } = process.env;

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click();
export const follow = (page: Page, name: string | RegExp) =>
  page
    .getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) })
    .first()
    .click();
export const says = (page: Page, words: string | RegExp) =>
  page.locator('main', { hasText: words }).waitFor({ state: 'visible' });
export const isAt = (page: Page, path: string | RegExp) =>
  page.waitForURL(({ pathname }) =>
    typeof path === 'string' ? pathname === path : path.test(pathname),
  );

/** Fills in fields by their names: what is typed, chosen or ticked. */
export async function fill(page: Page, typed: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const field = page.locator(`main [name="${name}"]`);
    const kind = await field
      .first()
      .evaluate((control) =>
        control instanceof HTMLInputElement ? control.type : control.localName,
      );
    if (kind === 'radio' || kind === 'checkbox') {
      await page.locator(`main [name="${name}"][value="${value}"]`).check();
    } else if (kind === 'select') await field.selectOption(value);
    else await field.fill(value);
  }
}

async function addPasskeys(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

interface Month {
  app: TestApp;
  stripe: FakeStripe;
  mailbox: Mailbox;
  browser: Browser;
  cy: Page;
  gil: Page;
  /** Of the list's pledges, by their ids there. */
  refs: Map<string, string>;
  phoneRef: string;
  consortiumRef: string;
}

/** Who gets an email, its subject without the initiative's name, and where its link leads. */
export type Expected = [to: string, subject: string, path: string | null];

/** Without the secret of a link that signs in. */
const pathOf = ({ link }: Mail): string | null =>
  link === null ? null : link.replace(/^https?:\/\/[^/]+/, '').replace(/token=.+/, 'token=…');

/** A deployment without an initiative, and its founder's browser with a passkey in it. */
export function useMonth(begins: Date, initiative: string) {
  const month = { refs: new Map() } as Month;
  const heard: string[][] = [];
  let pages = 0;
  let opened = 0;
  let reader: Page;

  const someone = async (width: number): Promise<Page> => {
    const context = await month.browser.newContext({ viewport: { width, height: 844 } });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    heard.push(complaintsOf(page, month.app.url));
    return page;
  };

  beforeAll(async () => {
    const clock = { now: begins };
    month.stripe = await startFakeStripe({ clock });
    month.mailbox = await openMailbox();
    month.app = await startApp({
      clock,
      initiative: null,
      env: { SMTP_URL: month.mailbox.url, ...stripeEnv(month.stripe) },
      servedAsNamed: true,
    });
    month.browser = await launchBrowser();
    month.cy = await someone(PHONE);
    await addPasskeys(month.cy);
    reader = await someone(PHONE);
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  afterEach(async () => {
    if (pictures) await month.cy.screenshot({ path: join(pictures, 'last.png'), fullPage: true });
  });
  afterAll(async () => {
    await month.browser?.close();
    await month.app?.close();
    await month.mailbox?.close();
    await month.stripe?.close();
  });

  const fine = async (page: Page, name: string): Promise<void> => {
    pages += 1;
    if (pictures) {
      const path = join(pictures, `${String(pages).padStart(2, '0')}-${name}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    expect(await overflowOf(page), name).toEqual([]);
    // An email is no document of ours.
    if (page !== reader) expect(await axeFaultsOf(page), name).toEqual([]);
  };

  return Object.assign(month, {
    someone,
    fine,
    /** Nothing failed and nothing was blocked; one goes over to Stripe's page on purpose. */
    complaints: () =>
      heard.flat().filter((each) => !each.includes(month.stripe.url) && !each.includes('favicon')),
    at: (minute: string): void => {
      month.app.clock.now = new Date(`${minute}:00Z`);
    },
    go: async (page: Page, path: string): Promise<void> => {
      await month.app.publicCache.refresh();
      await page.goto(month.app.url + path);
    },
    /** Cy comes back on another day, at another screen. */
    signIn: async (width: number): Promise<void> => {
      await month.cy.setViewportSize({ width, height: 844 });
      await month.cy.goto(`${month.app.url}/admin`);
      await press(month.cy, 'Use your passkey');
      await isAt(month.cy, '/admin');
    },
    /** Opens the emails that were sent since the last ones: just these, each whole on a phone. Their full links. */
    mails: async (...expected: Expected[]): Promise<string[]> => {
      await month.app.postman.deliver();
      const fresh = month.mailbox.received().slice(opened);
      opened += fresh.length;
      const told = fresh.map((mail): Expected => {
        expect(mail.subject.endsWith(`: ${initiative}`), mail.subject).toBe(true);
        return [mail.to.join(), mail.subject.slice(0, -initiative.length - 2), pathOf(mail)];
      });
      expect(told).toHaveLength(expected.length);
      expect(told).toEqual(expect.arrayContaining(expected));
      for (const mail of fresh) {
        if (mail.link) expect(mail.html.replaceAll('&amp;', '&')).toContain(`href="${mail.link}"`);
        await reader.setContent(`<main>${mail.html}</main>`);
        await fine(reader, 'mail');
      }
      return fresh.map(({ link }) => link ?? '');
    },
  });
}

export type MonthAtDesk = ReturnType<typeof useMonth>;
