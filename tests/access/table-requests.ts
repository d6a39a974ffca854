/** Who takes a promise back, asks to change an agreed pledge, and decides on that: rows of table.ts. */
export const REQUESTS = {
  'POST /api/v1/pledges/:ref/requests': 'signatory',
  'POST /api/v1/pledges/:ref/requests/cancel': 'signatory',
  'GET /me/pledges/:ref/withdraw': 'signatory',
  'POST /me/pledges/:ref/withdraw': 'signatory',
  'GET /me/pledges/:ref/postpone': 'signatory',
  'POST /me/pledges/:ref/postpone': 'signatory',
  'GET /me/pledges/:ref/reduce': 'signatory',
  'POST /me/pledges/:ref/reduce': 'signatory',
  'GET /me/pledges/:ref/release': 'signatory',
  'POST /me/pledges/:ref/release': 'signatory',
  'POST /me/pledges/:ref/requests/cancel': 'signatory',
  'POST /admin/pledges/:ref/requests/grant': 'decide',
  'POST /admin/pledges/:ref/requests/refuse': 'decide',
  'POST /api/v1/admin/pledges/:ref/requests/grant': 'decide',
  'POST /api/v1/admin/pledges/:ref/requests/refuse': 'decide',
} as const;
