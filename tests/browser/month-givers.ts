/** Givers of the month: by phone, together, and by card. */
import { expect } from 'vitest';
import { GIL, LEAD, MEMBER } from './month-data.ts';
import {
  DESKTOP,
  fill,
  follow,
  isAt,
  PHONE,
  press,
  says,
  type MonthAtDesk,
} from './month-people.ts';

/** Somebody phones: she enters the signature and the pledge, and he confirms both on his phone. */
export async function pledgeByPhone(month: MonthAtDesk): Promise<void> {
  const { cy } = month;
  month.at('2026-03-03T15:00');
  await month.go(cy, '/admin/signatories');
  await month.fine(cy, 'signatories');
  await follow(cy, 'Enter a signature');
  await fill(cy, { name: GIL.name, email: GIL.email, public: 'yes', from: 'phone, 3 March' });
  await month.fine(cy, 'enter-signature');
  await press(cy, 'Enter the signature');
  await says(cy, 'The signature is entered.');
  await month.fine(cy, 'signatory');
  await press(cy, 'Publish');
  await says(cy, 'The signature is published.');
  await follow(cy, 'Enter a pledge of money');
  await fill(cy, {
    'pledge.asset': 'USD',
    'pledge.amount': '12k',
    'pledge.schedule.every': 'free',
    'pledge.instalments.0.dueOn': '2026-03-15',
    'pledge.instalments.0.amount': '6,000',
    'pledge.instalments.1.dueOn': '2026-03-25',
    'pledge.instalments.1.amount': '6,000',
    'pledge.visibility': 'public',
    from: 'phone, 3 March',
    invite: 'on',
  });
  await month.fine(cy, 'enter-pledge');
  await press(cy, 'Enter the pledge');
  await says(cy, 'The pledge is entered.');
  month.phoneRef = new URL(cy.url()).pathname.split('/').at(-1)!;
  await month.fine(cy, 'pledge-entered');
  await month.mails([
    GIL.email,
    'Confirm a pledge that we entered for you',
    `/me/pledges/${month.phoneRef}`,
  ]);

  month.gil = await month.someone(PHONE);
  await month.go(month.gil, `/me/pledges/${month.phoneRef}`);
  await fill(month.gil, { email: GIL.email });
  await month.fine(month.gil, 'gil-sign-in');
  await press(month.gil, 'Send the link');
  const [link] = await month.mails([GIL.email, 'Sign in', '/confirm?token=…']);
  await month.gil.goto(link!);
  await month.fine(month.gil, 'gil-link');
  await press(month.gil, 'Sign in');
  await isAt(month.gil, `/me/pledges/${month.phoneRef}`);
  await month.fine(month.gil, 'gil-pledge');
  await press(month.gil, 'Yes, I confirm this pledge');
  await month.fine(month.gil, 'gil-confirmed');

  await month.go(cy, '/admin');
  await month.fine(cy, 'overview-to-review');
  await press(cy, 'Accept');
  await says(cy, 'The pledge is accepted.');
  await month.mails([
    GIL.email,
    `Your pledge ${month.phoneRef} is accepted`,
    `/me/pledges/${month.phoneRef}`,
  ]);
  await month.go(month.gil, `/me/pledges/${month.phoneRef}`);
  await says(month.gil, 'DE02 1203 0000 0000 2020 51');
  await month.fine(month.gil, 'gil-where-to-pay');
}

/** At a desktop, she enters what a consortium gives, and that it is agreed in writing. */
export async function enterConsortium(month: MonthAtDesk): Promise<void> {
  const { cy } = month;
  month.at('2026-03-05T10:00');
  await month.signIn(DESKTOP);
  await cy.locator('input[type=search]').fill(LEAD.name);
  await press(cy, 'Search');
  await month.fine(cy, 'search');
  await follow(cy, LEAD.name);
  await follow(cy, 'Enter a pledge of money');
  await fill(cy, {
    'pledge.asset': 'USD',
    'pledge.amount': '25,000.00',
    'pledge.schedule.every': 'quarter',
    'pledge.schedule.firstOn': '2026-06-30',
    'pledge.schedule.times': '4',
    'pledge.restrictedTo': 'open data',
    'pledge.visibility': 'public',
    from: 'email of 4 March',
  });
  await press(cy, 'Enter the pledge');
  await says(cy, 'The pledge is entered.');
  month.consortiumRef = new URL(cy.url()).pathname.split('/').at(-1)!;
  await follow(cy, 'Review it');
  await month.fine(cy, 'queue');
  await press(cy, 'Accept');
  await says(cy, 'The pledge is accepted.');
  await month.go(cy, `/admin/pledges/${month.consortiumRef}`);
  await follow(cy, 'Say who gives it together');
  await fill(cy, { members: `${GIL.name}\n${MEMBER.name}` });
  await month.fine(cy, 'members');
  await press(cy, 'Save the members');
  await says(cy, `${GIL.name} and ${MEMBER.name}`);
  await follow(cy, 'Record agreement');
  await fill(cy, { how: 'all', 'evidence.reference': 'MoU 7' });
  await month.fine(cy, 'agreement');
  await press(cy, 'Preview');
  await month.fine(cy, 'agreement-preview');
  await press(cy, 'Record agreement');
  await says(cy, 'The agreement is recorded.');
  await month.fine(cy, 'consortium');
  await month.go(cy, `/pledges/${month.consortiumRef}`);
  await says(cy, `${GIL.name} and ${MEMBER.name}`);
  await month.fine(cy, 'consortium-public');
  await month.mails([
    GIL.email,
    `You are named as a member of pledge ${month.consortiumRef}`,
    `/pledges/${month.consortiumRef}`,
  ]);
}

/** On her phone, a giver of the list signs in and pays a part by card. */
export async function payByCard(month: MonthAtDesk): Promise<void> {
  const page = await month.someone(PHONE);
  await month.go(page, '/sign-in');
  await fill(page, { email: LEAD.email });
  await press(page, 'Send the link');
  const [link] = await month.mails([LEAD.email, 'Sign in', '/confirm?token=…']);
  await page.goto(link!);
  await press(page, 'Sign in');
  await isAt(page, '/me');
  await month.fine(page, 'lead-me');
  await month.go(page, `/me/pledges/${month.consortiumRef}/pay`);
  await fill(page, { amount: '700', country: 'NO' });
  await month.fine(page, 'lead-pay');
  await press(page, 'Continue to Stripe');
  await press(page, 'Pay by card');
  await isAt(page, /^\/paid\//);
  await says(page, '$700.00 received');
  await month.fine(page, 'lead-paid');
  const [paid] = await month.mails([LEAD.email, '$700.00 received', expect.any(String)]);
  await page.goto(paid!);
  await month.fine(page, 'lead-confirmation');
}
