/** Every text of the page, in English. Another language is another catalogue of this shape. */
import { en as refusals } from '../../server/domain/refusals/en.ts';
import { accountMail, accounts } from './en-accounts.ts';
import { changeSentence, grades, termsClause, windowText } from './en-changes.ts';
import { compute, h100e, worth, yardsticks } from './en-compute.ts';
import { closing } from './en-closing.ts';
import { confirmation } from './en-confirmation.ts';
import { admins, tokens } from './en-desk-admins.ts';
import { audit } from './en-desk-audit.ts';
import { bank } from './en-desk-bank.ts';
import { deskBulk } from './en-desk-bulk.ts';
import { deskCsv } from './en-desk-csv.ts';
import { differences } from './en-desk-differences.ts';
import { account } from './en-desk-account.ts';
import { deskSignIn } from './en-desk-sign-in.ts';
import { emails } from './en-desk-emails.ts';
import { deskEntry } from './en-desk-entry.ts';
import { deskExtend, deskLists } from './en-desk-lists.ts';
import { deskInitiative } from './en-desk-initiative.ts';
import { deskMetering } from './en-desk-metering.ts';
import { deskPayments } from './en-desk-payments.ts';
import { deskPledge } from './en-desk-pledge.ts';
import { offered } from './en-offered.ts';
import { overview } from './en-desk-overview.ts';
import { deskQueue } from './en-desk-queue.ts';
import { report } from './en-desk-report.ts';
import { deskReview } from './en-desk-review.ts';
import { desk } from './en-desk.ts';
import { mail } from './en-mail.ts';
import { paymentMail, requestMail } from './en-mail-pledges.ts';
import { stepMail } from './en-mail-steps.ts';
import { passkey } from './en-passkey.ts';
import { deskFactors, rates } from './en-rates.ts';
import { notices, refusalTitles } from './en-refusals.ts';
import { check, howWeKnow } from './en-how-we-know.ts';
import { docs, ledger } from './en-ledger.ts';
import { forms, lists } from './en-shared.ts';
import { confirmPage, notice, review, sign, signIn } from './en-sign.ts';
import { pay } from './en-pay.ts';
import { pledgeForm, pledgeGift, pledgeSentence } from './en-pledge-form.ts';
import { pledge, pledges, quantityOf, stageWords, standingText, subjectOf } from './en-pledges.ts';
import { givers } from './en-givers.ts';
import { hoursTyped } from './en-gpu-hours.ts';
import {
  gpuHeadline,
  gpusBeside,
  gpusOf,
  hoursHeadline,
  hoursLine,
  late,
  milestones,
  moneyHeadline,
  uncounted,
} from './en-headlines.ts';
import { charts, labels, sentences, stageKey, stageOf, wall, whatCounts } from './en-home.ts';
import { at, cite, deskLook, look } from './en-look.ts';
import { me } from './en-me.ts';
import { setup } from './en-setup.ts';

export const en = {
  lang: 'en',
  ...sentences,
  ...labels,
  moneyHeadline,
  gpuHeadline,
  gpusBeside,
  gpusOf,
  hoursHeadline,
  hoursLine,
  late,
  uncounted,
  hoursTyped,
  changeSentence,
  grades,
  charts,
  closing,
  whatCounts,
  check,
  cite,
  at,
  look,
  deskLook,
  milestones,
  notices,
  stageKey,
  stageOf,
  lists,
  wall,
  pledgeList: pledges,
  givers,
  pledge,
  compute,
  ledger,
  howWeKnow,
  forms,
  setup,
  signIn,
  confirmPage,
  me,
  confirmation,
  sign,
  notice,
  pledgeForm,
  pledgeSentence,
  pay,
  pledgeGift,
  quantityOf,
  stageWords,
  standingText,
  subjectOf,
  termsClause,
  windowText,
  review,
  refusalTitles,
  refusals,
  h100e,
  worth,
  yardsticks,
  rates,
  passkey,
  docs,
  mail,
  paymentMail,
  requestMail,
  stepMail,
  accounts,
  accountMail,
  deskSignIn,
  desk,
  account,
  admins,
  tokens,
  audit,
  bank,
  bulk: deskBulk,
  csv: deskCsv,
  differences,
  emails,
  entry: deskEntry,
  extend: deskExtend,
  factors: deskFactors,
  deskInitiative,
  metering: deskMetering,
  payments: deskPayments,
  deskPledge,
  offered,
  overview,
  queue: deskQueue,
  report,
  reviewing: deskReview,
  deskLists,
};
