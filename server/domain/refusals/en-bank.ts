/** Refusals of server/bank, in English. Those of a file follow the word “File”. */

/** Amounts as people read them. */
interface OutOfBalance {
  title: string;
  account: string;
  before: string;
  moved: string;
  after: string;
  missing: string;
}

export const bank = {
  overMib: (most: number) => `is larger than ${most} MB. Export fewer days at once`,
  zipped: 'is a ZIP file. Unpack it, and choose one of its files',
  notText: 'is not in the character set that it names. Export it anew',
  unknown: 'is not a statement in camt.053, an XML file. Export one at your bank',
  documentType: 'has a document type, which no bank’s statement has. Export it anew',
  badXml: (message: string) => `is damaged: ${message} Export it anew`,
  otherMessage: (name: string) =>
    `is ${name}. Only a statement says everything that was booked: export camt.053 instead`,
  noStatement: 'has no statement of camt.053. Export it anew',
  noAccount: (title: string) => `doesn’t name the account of statement ${title}`,
  tooMany: (most: number) => `has more than ${most} entries. Export fewer days at once`,
  entryOf: (number: number, title: string) => `entry ${number} of statement ${title}`,
  balanceOf: (title: string) => `a balance of statement ${title}`,
  noCurrency: (place: string, code: string) =>
    `has a currency that Muster doesn’t know: ${code || 'none'}, in ${place}`,
  notAmount: (place: string, text: string) =>
    `has an amount that can’t be read: ${text || 'none'}, in ${place}`,
  notDay: (place: string, text: string) =>
    `has a day that can’t be read: ${text || 'none'}, in ${place}`,
  noSide: (place: string) => `doesn’t say whether ${place} is a credit or a debit`,
  outOfBalance: ({ title, account, before, moved, after, missing }: OutOfBalance) =>
    `is incomplete. Statement ${title} of account ${account} opens with ${before}, its entries add up to ${moved}, but it closes with ${after}. The difference is ${missing}. Export it anew`,
  newAccount: (account: string) =>
    `${account} is new: no earlier file is of it. If it is the initiative’s, tick “It’s our account” and choose the file again`,
  noEntry: 'There is no such bank entry.',
  isRecorded: 'This bank entry is already recorded.',
  isAside: 'This bank entry is set aside. Take it back first.',
  isTakenBack:
    'The bank took this payment back. Undo the receipt or record a refund on the pledge’s page.',
  mayBeTwin:
    'Another file has an entry of the same amount. If this is another payment, tick “It’s another payment”',
  otherCurrency: (ref: string, asset: string, currency: string) =>
    `Pledge ${ref} is in ${asset}, and this entry in ${currency}. Record the payment on the pledge’s page.`,
};
