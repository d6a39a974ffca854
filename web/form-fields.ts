/** The names of the fields that forms for signing and pledging have. */

/** More parts or windows than this are for the API. */
export const MOST_ROWS = 24;

/** How many rows are shown. */
export const ROWS = 'rows';

const rowsOf = (list: string, columns: readonly string[]): string[] =>
  Array.from({ length: MOST_ROWS }, (_, row) =>
    columns.map((column) => `pledge.${list}.${row}.${column}`),
  ).flat();

export const instalmentFields = rowsOf('instalments', ['dueOn', 'amount']);

export const fundingFields = [
  'pledge.asset',
  'pledge.amount',
  'pledge.how',
  'pledge.firstOn',
  'pledge.times',
  ROWS,
  ...instalmentFields,
  'pledge.visibility',
  'pledge.paidThrough.kind',
  'pledge.paidThrough.name',
  'pledge.purchaseOrder',
  'pledge.note',
];

export const computeFields = [
  'pledge.asset',
  'pledge.site',
  'pledge.provider',
  'pledge.by',
  ROWS,
  ...rowsOf('windows', ['gpus', 'from', 'to', 'availability']),
  'pledge.grant.gpuHours',
  'pledge.grant.from',
  'pledge.grant.to',
  'pledge.measuredBy',
  'pledge.visibility',
  'pledge.note',
];

export const youFields = [
  'kind',
  'name',
  'role',
  'affiliation',
  'url',
  'country',
  'email',
  'statement',
  'public',
  'gives',
  'adult',
  'notice',
];

/** No person sees it: who fills it in is a program. */
export const TRAP = 'website_url';

/** What a form carries beside what is typed: its place, its key, and which button was pressed. */
const stateFields = ['step', 'go', 'key'];

const pledgeFields = [...new Set([...fundingFields, ...computeFields])];

export const pledgeFormFields = [...stateFields, 'csrf', ...pledgeFields];
export const signFormFields = [...stateFields, TRAP, ...youFields, ...pledgeFields];
