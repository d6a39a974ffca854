/** Of server/initiative and server/setup. */
export const initiative = {
  none: 'There is no initiative here yet. Set one up, or import a file.',
  notYet: 'This deployment has no initiative yet.',
  opens: (at: string) => `This initiative opens at ${at}. Until then only invited people can sign.`,
  isOpen: 'can’t change: the public has seen the initiative already',
  needsNoInvitation: 'The initiative is open, so everybody can sign without an invitation.',
  notMinute: 'must be a day and a time in UTC, such as 2027-01-15 09:00',
  ended: (on: string) =>
    `This campaign closed on ${on}. It takes no new signatures, pledges or gifts.`,
  notEnded: 'The campaign has no closing statement yet. Close it with one first.',
  closingOfOpen: 'must be ticked too, if there is a new closing statement',
  closingBeforeOpening: 'can’t be set before the initiative opens',
  allTold: 'Everyone we can reach already has this email.',
  closed: 'Signing, pledging and paying are closed for this initiative.',
  alreadySetUp: 'This deployment already has its initiative. A code works only once.',
  changedSince:
    'Somebody has changed the initiative since you opened it. Check what it says now, and send your change again.',
  nothingChanged: 'Nothing would change: the initiative says all of this already.',
  lastTarget: 'is the only goal left, so it must stay',
  endNotAfter: (startsOn: string) => `is too early: the first day is ${startsOn}`,
  tooManyMilestones: (most: number) => `has more than ${most} milestones`,
  milestoneTooFar: 'is more than ten times the goal',
  tooManyGpus: 'must be at most 10 million',
  notCountries: 'must be codes of countries (ISO 3166), such as NO',
  noOffer: 'There is no such offer. Somebody may have removed it.',
  sponsorOfMissing: 'is missing: say whose fiscal sponsor takes that fee',
  screenedByMissing: 'is missing: say who screens payments above that amount',
};
