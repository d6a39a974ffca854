import type { Who } from './who.ts';

/** A page with a form that is sent to its own address. */
const form = (path: string, who: Who) => ({ [`GET ${path}`]: who, [`POST ${path}`]: who });

/** The routes of the desk's lists, files and settings: a part of table.ts. */
export const DESK_TABLE: Record<string, Who | readonly Who[]> = {
  // What the desk shows
  'GET /admin/queue': 'view',
  'GET /admin/search': 'view',
  'GET /admin/pledges': 'view',
  'GET /admin/signatories': 'view',
  'GET /admin/movements': 'view',
  'GET /admin/overdue': 'view',
  'GET /admin/cash': 'view',
  'GET /admin/report': 'view',
  'GET /admin/shortfall': 'view',
  // Without a name in it.
  'GET /admin/cash.csv': 'view',

  // What admins enter, note and correct for somebody
  ...form('/admin/signatories/new', 'decide'),
  ...form('/admin/pledges/new', 'decide'),
  ...form('/admin/signatories/:id/note', 'decide'),
  ...form('/admin/pledges/:ref/note', 'decide'),
  ...form('/admin/pledges/:ref/members', 'decide'),
  ...form('/admin/signatories/:id/correct', 'decide'),
  ...form('/admin/signatories/:id/join', 'decide'),

  ...form('/admin/initiative/invite', 'manage'),
  'POST /admin/signatories/:id/first': 'decide',

  // Files, and the trail
  'GET /admin/audit': 'view',
  'GET /admin/emails': 'view',
  'POST /admin/emails/:id/send-again': 'decide',
  'POST /admin/emails/:id/discard': 'decide',
  'GET /admin/pledges.csv': 'export',
  'GET /admin/signatories.csv': 'export',
  'GET /admin/movements.csv': 'export',
  'GET /admin/overdue.csv': 'export',
  'GET /admin/shortfall.csv': 'export',
  'GET /admin/exports': 'export',
  'GET /admin/exports/signatories.csv': 'export',
  'GET /admin/exports/pledges.csv': 'export',
  'GET /admin/exports/movements.csv': 'export',
  'GET /admin/exports/instalments.csv': 'export',
  'GET /admin/exports/capacity.csv': 'export',
  'GET /admin/exports/audit.csv': 'export',
  'GET /api/v1/admin/exports/signatories.csv': 'export',
  'GET /api/v1/admin/exports/pledges.csv': 'export',
  'GET /api/v1/admin/exports/movements.csv': 'export',
  'GET /api/v1/admin/exports/instalments.csv': 'export',
  'GET /api/v1/admin/exports/capacity.csv': 'export',
  'GET /api/v1/admin/exports/audit.csv': 'export',

  // Files that an admin brings
  ...form('/admin/import', 'record'),
  ...form('/admin/import/:id', 'record'),
  'GET /admin/import/:id/errors.csv': 'record',
  'POST /admin/import/:id/record': 'record',
  'POST /admin/import/:id/undo': 'record',

  // An admin's own
  'GET /admin/download': 'view',
  'GET /admin/touch': 'view',
  'POST /admin/touch': 'view',
  'POST /admin/sign-out': 'view',
  'GET /admin/account': 'view',
  'GET /admin/account/passkeys/new': 'view',
  'POST /admin/account/passkeys/new': 'view',
  'GET /admin/account/passkeys/:id/name': 'view',
  'POST /admin/account/passkeys/:id/name': 'view',
  'GET /admin/account/passkeys/:id/remove': 'view',
  'POST /admin/account/passkeys/:id/remove': 'view',
  'GET /admin/account/recovery-codes': 'view',
  'POST /admin/account/recovery-codes': 'view',
  'POST /admin/account/sessions/end': 'view',
  'POST /admin/account/sessions/:id/end': 'view',

  // The admins, and the programs' tokens
  'GET /admin/admins': 'view',
  'GET /admin/admins/invite': 'manage',
  'POST /admin/admins/invite': 'manage',
  'POST /admin/admins/:id/invite': 'manage',
  'POST /admin/admins/:id/role': 'manage',
  'GET /admin/admins/:id/remove': 'manage',
  'POST /admin/admins/:id/remove': 'manage',
  'GET /admin/tokens': 'manage',
  'GET /admin/tokens/new': 'manage',
  'POST /admin/tokens/new': 'manage',
  'POST /admin/tokens/:id/revoke': 'manage',

  // The bank's entries
  'GET /admin/bank': 'view',
  'GET /admin/bank-month': 'view',
  'GET /admin/bank-month.csv': 'view',
  'GET /admin/bank/:id': 'view',
  ...form('/admin/bank/file', 'record'),
  'POST /admin/bank/record-all': 'record',
  'POST /admin/bank/:id/record': 'record',
  'POST /admin/bank/:id/aside': 'record',

  // The deployment
  'GET /admin/initiative': 'view',
  ...form('/admin/initiative/terms', 'manage'),
  ...form('/admin/initiative/recipient', 'manage'),
  'GET /admin/initiative/accounts': 'manage',
  ...form('/admin/initiative/accounts/change', 'manage'),
  ...form('/admin/initiative/accounts/remove', 'manage'),
  ...form('/admin/initiative/factor', 'record'),
  ...form('/admin/initiative/price', 'record'),
  ...form('/admin/initiative/rates', 'manage'),
  ...form('/admin/initiative/rate', 'record'),
  ...form('/admin/initiative/milestones', 'manage'),
  'GET /admin/offered': 'view',
  ...form('/admin/offered/new', 'decide'),
  ...form('/admin/offered/:entry/edit', 'decide'),
  ...form('/admin/offered/:entry/pledge', 'decide'),
  'POST /admin/offered/:entry/remove': 'decide',
  'POST /api/v1/admin/initiative': 'manage',
  'POST /api/v1/admin/milestones': 'manage',
  'POST /api/v1/admin/owners': 'machine',
  'POST /api/v1/admin/import': 'manage',
  'POST /api/v1/admin/verify': 'view',
  'POST /api/v1/admin/archive': 'machine',
};
