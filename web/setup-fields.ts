/** What the set-up asks for. A field's name is its place in the initiative file. */
const sections = {
  initiative: ['initiative.name', 'initiative.call'],
  targets: [
    'initiative.currency',
    'initiative.targets.funding',
    'initiative.targets.gpus',
    'initiative.targets.gpuHours',
  ],
  window: ['initiative.startsOn', 'initiative.endsOn', 'initiative.deadlineOn'],
  recipient: [
    'recipient.name',
    'recipient.registration',
    'recipient.country',
    'recipient.taxStatus',
    'recipient.refundPolicy',
    'recipient.privacyNotice',
    'recipient.contact',
  ],
} as const;

/** Asked for by a choice of two, after the rest. */
export const FETCH_RATES = 'initiative.fetchRates';

export type SetupSection = keyof typeof sections;
export type LineField = (typeof sections)[SetupSection][number];
export type SetupField = LineField | typeof FETCH_RATES;

export const setupSections = Object.entries(sections) as [SetupSection, readonly LineField[]][];
export const setupFields: readonly SetupField[] = [
  ...setupSections.flatMap(([, names]) => names),
  FETCH_RATES,
];
