import type { Grade } from '../../server/domain/evidence.ts';
import type { GoneLine } from '../data/how-we-know.ts';
import { count } from '../format.ts';
import { whatCounts } from './en-home.ts';

const { withdrawn, lapsed, disputed, refunded } = whatCounts.stages;

export const howWeKnow = {
  title: 'How we know',
  lead: 'What the figures rest on, what went wrong, and how to check all of it yourself.',
  rests: {
    title: 'What the figures rest on',
    evidence: 'Evidence',
    money: 'Money secured',
    hours: 'GPU-hours secured',
    total: 'Total',
    none: (closed: boolean): string => `Nothing is secured${closed ? '' : ' yet'}.`,
    note: 'These are the headline figures: money received and agreed in writing, and GPU-hours delivered and agreed. If part of a pledge is no longer secured, we count the rest with its weakest evidence.',
    grades: {
      metered: 'The cluster’s own job records show the hours.',
      payment: 'The money is on a bank statement or was paid through Stripe.',
      'provider-statement': 'The provider of the GPUs or services confirmed it in writing.',
      'signed-agreement': 'Both sides signed an agreement.',
      'domain-verified': 'Somebody said so, from an email address at their organisation’s domain.',
      'self-asserted': 'Somebody said so. There is no other evidence.',
    } satisfies Record<Grade, string>,
  },
  late: {
    title: 'What is overdue',
    none: 'Nothing that was agreed in writing is overdue.',
    hours: 'GPU-hours by month',
    pledge: 'Pledge',
    dueOn: 'Due since',
    amount: 'Overdue amount',
    largest: (shown: number): string => `Only the largest ${shown} are shown.`,
  },
  gone: {
    title: 'What was corrected or withdrawn',
    none: 'Nothing was corrected, withdrawn, contested or refunded.',
    what: 'What happened',
    pledges: 'Pledges',
    money: 'Money',
    hours: 'GPU-hours',
    stages: {
      undone: 'Entries undone',
      withdrawn: withdrawn[0],
      lapsed: lapsed[0],
      disputed: disputed[0],
      refunded: refunded[0],
    } satisfies Record<GoneLine['what'], string>,
    reply: (name: string): string => `${name} says:`,
    newest: 'Newest changes',
  },
  who: {
    title: 'Who runs it and who receives the money',
    initiative: 'Initiative',
    name: 'Recipient',
    registration: 'Registration number',
    country: 'Country',
    taxStatus: 'Tax status',
    contact: 'Contact',
  },
  proof: {
    title: 'Check it yourself',
    list: [
      'Every change is an entry in a public list. Nobody can secretly edit or remove an entry.',
      'Each time something changes, we sign a fingerprint of the whole list. If one old entry changes, the fingerprint no longer fits. Anyone can keep a copy and compare.',
      'The list can’t prove that a payment or an agreement is real. For that, ask the recipient or the giver.',
    ],
    ledger: (size: number): string =>
      size === 1 ? 'Read the one entry' : `Read all ${count(size)} entries`,
    sums: (file: string): [before: string, file: string, after: string] => [
      'Open ',
      file,
      ' in a spreadsheet. Keep the rows of the kind “funding”. The columns “received_base” and “committed_base” add up to the money secured, to the cent.',
    ],
    technical: 'For technical readers',
  },
};

export const check = {
  title: 'Check these figures',
  checkpoint: (size: number): string =>
    `The first ${size === 1 ? 'entry has' : `${count(size)} entries have`} this Merkle root, signed ` +
    'with the log’s key (a C2SP checkpoint):',
  key: 'The log’s key:',
  note: 'this statement. Any C2SP tool can verify it.',
  entries:
    'every entry, to the byte. The leaf hash of an entry is SHA-256(0x00, entry). The Merkle tree of ' +
    'these hashes (RFC 6962) has the root above.',
  movements: 'every change with its amount. Their sums are the figures.',
  verify: (command: string): [before: string, command: string, after: string] => [
    'If you run this server, one command recomputes everything: ',
    command,
    '.',
  ],
};
