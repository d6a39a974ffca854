import { exactAmount } from '../format.ts';

export const deskReview = {
  title: 'Review settings',
  text: 'An admin reviews a signature or a pledge before it is published or counted. Choose what needs a review.',
  link: 'Review settings',
  hold: {
    title: 'New signatures',
    label: 'Should new signatures wait for a review?',
    yes: 'Yes, hold all of them',
    yesHint:
      'Choose this for a launch, or while somebody sends spam. New signatures stay in the queue until you decide.',
    no: 'No, publish them unless something looks wrong',
    overridden:
      'The server’s setting AUTO_PUBLISH=off holds every new signature. To use this switch, remove AUTO_PUBLISH and restart.',
    isOn: 'New signatures wait for a review.',
    isOnByServer: 'The server holds every new signature (AUTO_PUBLISH=off).',
  },
  cap: {
    title: 'Small pledges',
    label: (currency: string): string =>
      `Daily limit for pledges accepted without an admin, in ${currency}`,
    hint: (standard: bigint, currency: string): string =>
      `Pledges above it wait in the queue until you accept them. Leave it empty for ${exactAmount(standard, currency)}.`,
    today: (accepted: bigint, currency: string): string =>
      `Accepted today (UTC) without an admin: ${exactAmount(accepted, currency)}.`,
  },
  organisations: {
    title: 'Well-known organisations',
    label: 'Names that always need a review, one per line',
    hint: 'Enter organisations, not people. Names that look the same need a review too. Leave it empty to use Muster’s own list.',
  },
  /** Short names, for errors. */
  labels: {
    hold: 'New signatures',
    dailyCap: 'Daily limit',
    organisations: 'Names',
  } as Record<string, string>,
  save: 'Save',
  keep: 'Back to the queue',
};
