import { grouped } from '../typed-numbers.ts';

export const pledges = {
  noPledge: (ref: string) => `There is no pledge ${ref}.`,
  noPublicPledge: (ref: string) => `There is no public pledge ${ref}.`,
  noSuchPledge: 'There is no such pledge.',
  noSuchBatch: 'There is no such batch.',
  noBatch: (batch: string) => `There is no batch ${batch}.`,
  notAccepted: (ref: string, status: string) =>
    `Pledge ${ref} is ${status}. This works only for an accepted pledge.`,
  alreadyDecided: (ref: string, status: string) => `Pledge ${ref} is already ${status}.`,
  changedSince: 'This pledge has changed since you opened it. Open it again and check it.',
  /** The desk shows what the act would do now. */
  changedSinceSeen: 'This pledge has changed since you looked at it.',
  acceptedBefore: (ref: string) =>
    `Pledge ${ref} was accepted before, so it can’t be edited. Withdraw it and log another.`,
  isRejected: (ref: string) => `Pledge ${ref} is rejected. Enter another pledge’s reference.`,
  isMoney: (ref: string) => `Pledge ${ref} is money. This works only for compute.`,

  // Givers.
  giverGone: (status: string) =>
    `The signatory is ${status}, so nothing more can be expected of them.`,
  giverUnpublished: 'Publish the signatory before you accept their pledge.',
  signatoryMissing: 'is missing: name the giver of this pledge',
  signatoryForAdmins: 'is for admins: leave it out, because you pledge for yourself',
  notSigned: 'must be the id of somebody who has signed',
  signAgain: 'You have withdrawn your signature. To pledge, sign again first.',

  // Reminders.
  nothingDue: (days: number) =>
    `Nothing of this pledge is overdue or due within ${days} days. Remind the giver later.`,
  noAddress: 'The giver has no confirmed email address, so we can’t email a reminder.',
  remindedToday: 'The giver was reminded today. You can send the next reminder tomorrow.',

  // What changes wait for.
  increaseWaits:
    'An increase of this pledge is waiting for an admin. It must be decided or cancelled first.',
  noIncreaseWaits: 'No increase of this pledge is waiting.',
  requestWaits:
    'A request about this pledge is waiting for an admin. It must be decided or cancelled first.',
  noRequestWaits: 'No request about this pledge is waiting.',
  otherRequest: 'That request is no longer waiting. Look at the pledge’s newest request.',
  nothingAgreed:
    'Nothing of this pledge is agreed in writing. You can withdraw it or change its instalments yourself.',
  tooManyRequests: (most: number) =>
    `You have sent ${most} requests about this pledge in the last 24 hours. Try again later.`,
  reasonMissing: 'is missing: say why the agreed pledge changes',
  reasonForAdmins: 'is for admins: leave it out',
  onlyForAdmins: 'is for admins: leave it out',

  // Accepting.
  alreadyReady:
    'This anonymous pledge is already waiting to be accepted together with others. You can accept it alone, but that may identify its giver.',
  onlyAlone: 'must be left out, unless you accept this anonymous pledge alone',
  rateTooOldForOthers: (asset: string, on: string) =>
    `The exchange rate for ${asset} is from ${on}, more than 30 days ago. Get newer rates before you accept this anonymous pledge, or accept it alone with \`alone\` and \`useRateOf\`.`,
  increaseNeedsInstalments:
    'The instalments are agreed in writing by now, and a larger amount needs instalments of its own, due after them. Reject this one; its giver can ask again and say when the rest is due.',

  // What a pledge says.
  notKind: 'must be "funding" or "compute"',
  otherKind: (kind: string) => `must stay ${kind}: log another pledge instead`,
  notGpu: 'must be a known GPU model, such as H100-SXM',
  notAsset: 'must be a currency or a GPU model',
  notSignatoryId: 'must be the id of a signatory',
  amountHidden:
    'amount-hidden is no longer offered, because a name listed without its amount could still be matched with it: use anonymous',
  firmNeedsCondition: 'must be left out: only a conditional pledge can be firm',
  inPast: 'is in the past',
  tooLarge: 'is over 10^15 minor units in total',
  atLeast: (least: number) => `must be at least ${least}`,
  atMost: (most: number) => `must be at most ${most}`,
  notWindows: 'must be a list of windows, or hours with days',
  noWindow: 'must name a window',
  tooManyWindows: (most: number) => `has more than ${most} windows`,
  tooManyGpus: 'is more than a million',
  tooManyGpuSeconds: 'are more than 10^15 GPU-seconds in total',
  badAvailability: 'must be more than 0 and at most 1, with at most four decimals',
  endNotAfter: (from: string) =>
    `must be after ${from}, because it is the first day without the GPUs`,
  siteMissing: 'is missing: name the one location of these GPUs',

  // Instalments.
  noInstalment: 'must have at least one instalment',
  tooManyInstalments: (most: number) => `has more than ${most} instalments`,
  scheduleOrInstalments: 'must be left out if you send instalments',
  otherSum: (sum: string, amount: string, currency: string) =>
    `add up to ${grouped(sum)} ${currency}, but must add up to ${grouped(amount)} ${currency}`,
  instalmentsMissing: 'are missing: send instalments or a schedule',
  otherExpected:
    'The pledge has changed since: these instalments no longer add up to what is expected. Look at it again.',
  sameInstalments: 'The pledge has these instalments already.',
  allPartlyPaid:
    'Every instalment that is still expected has been paid in part, so none can be replaced.',
  daysAreFixed:
    'The days of promised GPUs can’t change. Reduce this pledge, and log another for the new days.',
  computeCannotGrow: 'A pledge of compute can’t be increased. Log another pledge.',

  // Moving amounts.
  nameAmount: 'must be left out: this pledge is money, so send its amount',
  nameHours: 'must be left out: this pledge is compute, so send windows or gpuHours',
  windowsOrHours: 'must be left out: the hours follow from the windows',
  howMuch: 'is missing: say how much less to give',
  onlyReceived: 'must be left out: only a receipt can go beyond the promise',
  onlyReceivedMoney: 'must be left out: only money received has a fee',
  feeTooLarge: 'must be less than the amount, which includes it',
  pendingAsWhole: 'This pledge is pending. Withdraw all of it, or edit it.',
  paymentFollowed: 'Muster follows this payment at Stripe. Open it and press “Look again”.',
  notRequestKind: 'must be "postpone", "reduce" or "release"',
  notRequestId: 'must be the id of a request',

  notARate: 'must be a rate, such as 1.0852',
  creditedDiffers: (received: string, fee: string, rate: string, is: string) =>
    `should be ${is}: ${received} less the fee of ${fee}, at ${rate}. Correct the amount, the fee, the rate or this`,
  creditedNeedsAmount: 'is missing. The credited amount is compared with it',
  tooManyMembers: (most: number) => `has more than ${most} lines`,
  noMember: (line: string) =>
    `must be signatories with a public name. “${line}” isn’t one: copy the name exactly`,
  severalMembers: (line: string) =>
    `must be clear. Several signatories are called “${line}”: paste the address of its page`,
  memberIsGiver: 'must be others than the giver',
  giverNotShown:
    'This pledge doesn’t show its giver. Naming others beside it could tell who gives it.',
  membersNotAccepted: 'Accept the pledge first. Then say who gives it together.',
  notToConfirm: 'This pledge needs no confirmation.',

  // Delivered hours.
  noDays: 'must not be empty',
  tooManyDays: (most: number) => `has more than ${most} days`,
  twice: 'appears twice',
  notLater: 'must be after today',
  measuredByJobs: (ref: string) =>
    `Pledge ${ref} is measured by its jobs. Record their hours as received.`,

  // Lists.
  badCursor: 'must be `next` from the previous page',
  notRef: 'must be the reference of a pledge',
  notNumber: 'must be a number',
  sortNeedsKind: 'by amount needs a kind: funding or compute',
};
