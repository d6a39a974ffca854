import { ACTS, type Act, type Doer, type TrailLine } from '../../server/domain/audit-trail.ts';
import { count, fullDay, instant } from '../format.ts';
import type { FieldWords } from './shapes.ts';
import { pledgeForm } from './en-pledge-form.ts';
import { desk } from './en-desk.ts';

/** Who did something; an id that names nobody any more is not shown. */
function who({ by, admin, token, signatory }: Doer): string {
  if (by === 'signatory') return `${signatory ?? 'somebody'} (signatory)`;
  if (by === 'token') return `the API token “${token ?? ''}” of ${admin ?? 'an admin'}`;
  if (by === 'bootstrap') return 'ADMIN_TOKEN';
  if (by === 'machine') return 'a command on the server';
  if (by === 'setup') return `${admin ?? 'the owner'} (during setup)`;
  if (by === 'stripe') return 'Stripe';
  if (by === 'public') return 'the payer';
  if (by === 'stranger') return 'somebody';
  return admin ?? 'somebody';
}

/** As an admin wouldn't do it. */
const own: Record<string, Partial<Record<Act, string>>> = {
  signatory: {
    'signatory.enter': 'signed',
    'signatory.edit': 'edited the signature',
    'signatory.address': 'changed the address',
    'signatory.withdraw': 'withdrew the signature',
  },
  setup: { 'initiative.import': 'entered the initiative' },
};

const first = (doer: Doer): string =>
  doer.by === 'token' ||
  doer.by === 'machine' ||
  doer.by === 'stranger' ||
  (doer.by === 'setup' && doer.admin === null)
    ? who(doer).replace(/^./, (letter) => letter.toUpperCase())
    : who(doer);

const did = ({ act, doer }: Pick<TrailLine, 'act' | 'doer'>): string =>
  own[doer.by]?.[act] ?? desk.acts[act];

/** What it was done to; null where that is only an id without a name. */
function object({ act, object: is, name }: Pick<TrailLine, 'act' | 'object' | 'name'>) {
  if (is === null || /^(passkey|session)\./.test(act)) return null;
  if (act.startsWith('offer.')) return `number ${is}`;
  if (act === 'file.export') return `${is}.csv`;
  if (act === 'rate.give' || act === 'factor.give') {
    const [asset = '', day = ''] = is.split(' ');
    return `${asset}, ${fullDay(day)}`;
  }
  if (act === 'price.give') return fullDay(is);
  return name ?? is;
}

const fields: Record<string, string> = {
  email: 'email address',
  expiresOn: 'last day',
  public: 'whether the name is shown',
  reportedOn: 'day of the press report',
  url: 'website',
  what: 'what is offered',
  paidThrough: 'paid through',
};

const fieldName = (field: string): string =>
  fields[field] ??
  (pledgeForm.fields.funding as Record<string, FieldWords>)[field]?.label.toLowerCase() ??
  field;

type Value = string | number | boolean;

const statuses: Record<string, string> = {
  pending: 'waited for an admin',
  ready: 'waited for other anonymous pledges',
};

const facts: Record<string, (value: Value) => string> = {
  became: (ref) => `it is pledge ${ref} now`,
  bankEntry: (id) => `bank entry ${id}`,
  batch: (batch) => `change ${batch}`,
  alone: () => 'alone, after the warning',
  byPattern: () => 'chosen by a text',
  count: (total) => `${total} in total`,
  dailyCap: (cap) => `daily limit ${cap}`,
  days: (days) => `for ${days} days`,
  domain: () => '',
  fetchRates: (is) => (is === 'yes' ? 'on' : 'off'),
  ending: (ending) => `ending in ${ending}`,
  entry: (seq) => `entry ${count(Number(seq))}`,
  flag: (flag) => String(flag),
  hold: (is) =>
    is ? 'new signatures wait for a review' : 'new signatures don’t wait for a review',
  hours: (ref) => `the hours of pledge ${ref} were bought with it`,
  note: (text) => `“${text}”`,
  // For the undo of a join.
  pledges: () => '',
  was: () => '',
  organisations: (of) => `${of} well-known organisations`,
  reason: (text) => `“${text}”`,
  rights: (rights) => `with the rights: ${String(rights).replaceAll(' ', ', ')}`,
  right: (right) => `the right “${right}”`,
  role: (role) => `as ${role}`,
  route: (route) => String(route),
  times: (times) => `${times} times within an hour`,
  with: (id) => `with ${id}`,
  until: (what) => `until then ${what === 'old' ? 'the old account' : 'no account'}`,
  keepInitiative: () => 'the initiative kept as it was',
  ratesAreRight: () => 'rates far from the ECB’s confirmed',
  useOldRates: () => 'old exchange rates allowed',
  useRateOf: (on) => `at the rate of ${fullDay(String(on))}, although it was old`,
  shownFrom: (at) => `shown from ${instant(new Date(String(at)))}`,
  status: (status) => statuses[String(status)] ?? `${status} at once`,
};

const factText = (name: string, value: Value): string =>
  facts[name]?.(value) ?? (value === true ? name : `${name}: ${value}`);

const details = (line: Pick<TrailLine, 'fields' | 'facts'>): string =>
  [
    ...Object.entries(line.facts).map(([name, value]) =>
      value === null || (value === false && name !== 'hold') ? '' : factText(name, value),
    ),
    line.fields.length > 0 && `changed: ${line.fields.map((field) => fieldName(field)).join(', ')}`,
  ]
    .filter(Boolean)
    .join('; ');

export const audit = {
  text: 'Who did what, when and from where, newest first. Nobody can change or delete anything here.',
  toExports: 'Export the history',
  who,
  first,
  did,
  object,
  details,
  from: (address: string): string => `from ${address}`,
  none: 'Nothing has happened yet.',
  all: 'Show everything',
  filter: {
    object: 'Reference or id',
    name: 'Name',
    act: 'Action',
    who: 'Who',
    from: 'From',
    to: 'To',
    any: 'anything',
    anybody: 'anybody',
  },
  acts: ACTS.map((act): [string, string] => [act, desk.acts[act]]),
  nameless: {
    bootstrap: 'ADMIN_TOKEN',
    machine: 'a command on the server',
    setup: 'the owner, during setup',
    stripe: 'Stripe',
    signatory: 'signatories',
    stranger: 'people who aren’t signed in',
  },
};
