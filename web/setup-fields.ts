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

export type SetupSection = keyof typeof sections;
export type SetupField = (typeof sections)[SetupSection][number];

export const setupSections = Object.entries(sections) as [SetupSection, readonly SetupField[]][];
export const setupFields: readonly SetupField[] = setupSections.flatMap(([, names]) => names);
