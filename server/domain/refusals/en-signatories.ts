export const signatories = {
  noSuchSignatory: 'There is no such signatory.',
  alreadyDecided: (status: string) => `This signature is already ${status}.`,
  statementChanged: 'This statement has changed since you looked at it. Read it again.',
  statementReviewed: 'This statement has already been reviewed.',
  hasPledges:
    'Something is still expected or received from this signatory’s pledges. Let it lapse or reverse it first.',
  addressSigned: 'Somebody has already signed with this address.',
  hasSigned: 'has already signed',
  roleNeedsReview:
    'needs a review by an admin. Withdraw your signature, change the role, and sign again',
  settingsChanged:
    'Another admin has just changed these settings. Check them below and save again.',
  tooManyOrganisations: (most: number) => `must be at most ${most}`,
  notDomain: 'must be a domain, such as spam.example',
  notCountry: 'must be two capital letters (ISO 3166)',
  notEmail: 'must be an email address',
  emailMissing: 'is missing',
  longEmail: (most: number) => `has more than ${most} characters`,
};
