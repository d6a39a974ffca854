export const signatories = {
  noSuchSignatory: 'There is no such signatory.',
  gone: 'We no longer show this giver. Any amounts stay in the ledger, without a name.',
  alreadyDecided: (status: string) => `This signature is already ${status}.`,
  statementChanged: 'This statement has changed since you looked at it. Read it again.',
  statementReviewed: 'This statement has already been reviewed.',
  hasPledges:
    'This signatory’s pledges have amounts expected or received. First undo them or mark them as no longer expected.',
  notShown: 'Only a published name that everybody sees can be shown first.',
  enoughFirst: (most: number) =>
    `${most} names are shown first already. Stop showing one of them first.`,
  addressSigned: 'Somebody has already signed with this address.',
  hasSigned: 'has already signed',
  roleNeedsReview:
    'needs a review by an admin. Withdraw your signature, change the role, and sign again',
  notSignedNow: (status: string) =>
    `This signature is ${status}. You can change it only while it is published or to review.`,
  nothingCorrected: 'You changed nothing.',
  notChecked: 'must be ticked, because the public reads what you changed',
  publishBeforeName:
    'This signature was published before under its name. Publish it again, then correct the name.',
  notRecord: 'must be the address of a signatory’s page at the desk',
  joinItself: 'This is the same record. Choose another one.',
  joinKinds: 'One record is a person and the other an organisation. They can’t be joined.',
  joinPublic:
    'One record shows its name and the other doesn’t. Joining them would show or hide pledges. The giver must set both alike first.',
  joinPublished: 'Only the other record is published. Open it and join this record to it.',
  joinConfirmed:
    'Only the other record has a confirmed address. Open it and join this record to it.',
  joinAnonymous:
    'The other record has accepted pledges that don’t show its name. In the ledger, joining would tell whose they are.',
  joinUndecided:
    'The other record has pledges to review. Decide on them first: afterwards they would count as confirmed by this one’s domain.',
  notJoined: 'This record isn’t joined to another one any more, so there is nothing to undo.',
  partAsked:
    'Somebody, perhaps the other giver, has asked to change one of these pledges since the join. Refuse that request first.',
  partAnonymous:
    'A pledge that would come back is anonymous, or its giver shows no name. If you undo the join, the ledger would tell whose it is.',
  joinMember:
    'The other record is a member of a pledge. Name this one there instead, then join them.',
  noteChanged: 'Another admin has just changed this note. Copy what you wrote, and open it again.',
  settingsChanged:
    'Another admin has just changed these settings. Check them below and save again.',
  tooManyOrganisations: (most: number) => `must be at most ${most}`,
  notDomain: 'must be a domain, such as spam.example',
  notCountry: 'must be two capital letters (ISO 3166)',
  notEmail: 'must be an email address',
  emailMissing: 'is missing',
  longEmail: (most: number) => `has more than ${most} characters`,
};
