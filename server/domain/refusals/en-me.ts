/** Of server/me, server/sign-up and server/mail. Those at a field follow its label. */
export const me = {
  adultsOnly: 'must be true: only those who are 18 or over can sign',
  otherNotice: (version: string) =>
    `must be ${version}, the version of the notice that you agree to`,
  nextElsewhere: 'must be a page of a signatory, such as /me',
  shortKey: (least: number) => `must be a secret of at least ${least} characters`,
  addressTaken: 'Somebody has already signed with this address.',
  formCannotHold: 'The form can’t hold this pledge. Use the API to edit it.',
  tooManyInstalments: (most: number) =>
    `This pledge has more than ${most} open instalments. Use the API to change them.`,
  urlOffDomain: (domain: string) => `must stay at ${domain}, the domain of your email address`,
  pledgedMeanwhile: 'A pledge was made at the same moment. Try again.',
  withdrawnAlready: 'You have already withdrawn your signature.',
  withdrawPledgesFirst:
    'Withdraw what is outstanding of your pledges first. If it is agreed in writing, ask to be released.',
  notWithdrawn: (status: string) =>
    `Your signature is ${status}. Only a withdrawn one can be signed again.`,
  signatureGone: 'This signature no longer exists.',
  noAddress: 'needs an email address, and this signature has none',
  addressUnconfirmed: 'This address isn’t confirmed, so we can’t email the question.',
  noConfirmation: 'There is no such payment of this pledge.',
};
