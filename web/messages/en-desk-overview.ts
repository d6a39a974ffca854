/** The desk's first page, and its search. */

export const overview = {
  title: 'Overview',
  secured: (target: string | null): string =>
    target === null ? 'Secured' : `Secured, of ${target}`,
  received: 'Received',
  notCounted: 'Promised or conditional, not counted',
  signed: 'Signatures',
  week: (change: bigint, write: (change: bigint) => string): string => {
    if (change === 0n) return 'no change in 7 days';
    return `${change > 0n ? '+' : '−'}${write(change > 0n ? change : -change)} in 7 days`;
  },
  parts: {
    review: 'To review',
    requests: 'Asked by givers',
    late: 'Late',
    week: 'Due this week',
    undelivered: 'Undelivered compute',
    unmatched: 'Unmatched payments',
    differences: 'Differences from Stripe',
  },
  all: {
    review: 'Review all',
    requests: 'All requests',
    late: 'All overdue instalments',
    week: 'All due in 7 days',
    undelivered: 'All undelivered compute',
    unmatched: 'All unmatched payments',
    differences: 'Look at the differences',
  },
  days: 'Days late',
  missing: 'GPU-hours missing',
  idle: 'Nothing else needs you today.',
  begin: {
    title: 'First steps',
    steps: {
      '/admin/initiative/recipient': 'Complete the recipient’s details, so that givers can pay',
      '/admin/initiative/accounts': 'Enter where givers pay',
      '/admin/import': 'Import a list that you have',
      '/admin/signatories/new': 'Enter a signature that came by phone or email',
      '/admin/initiative/look': 'Add your logo and colour',
      '/admin/admins/invite': 'Invite a second owner, in case you lose your passkey',
    },
    isDone: '✓\u00a0done',
    hide: 'Hide this list',
  },
  system: {
    title: 'System',
    backup: 'Last backup from this server',
    verified: 'Last verification on this server',
    rates: 'Newest exchange rates',
    fetch: 'Update rates',
    mails: 'Emails',
    failed: (of: number): string => `${of === 1 ? '1 email' : `${of} emails`} failed`,
    never: 'never',
  },
  search: {
    title: 'Search',
    titleFor: (q: string): string => `Search: ${q}`,
    hint: 'Search for a name, an email address, a reference, a whole amount, or an ID from Stripe or your bank.',
    none: 'Nothing found. Search for part of a name or email address, or for a whole reference, amount or ID.',
    more: (most: number): string => `Only the newest ${most} are shown. Type more of it.`,
    kinds: {
      signatories: 'Signatories',
      pledges: 'Pledges',
      payments: 'Payments',
      evidence: 'Changes with this reference or amount',
      offered: 'Also offered, not counted',
    },
    what: 'Name or reference',
    amount: 'Amount',
    email: 'Email',
    status: {
      signatories: 'Status',
      pledges: 'Status',
      payments: 'Status',
      evidence: 'Reference of the evidence',
      offered: 'What is offered',
    },
  },
};
