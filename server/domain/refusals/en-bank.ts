/** Refusals of server/bank, in English. Those of a file follow the word “File”, those of a field its label. */

export const bank = {
  overMib: (most: number) => `is larger than ${most} MB. Export fewer days at once`,
  notText: 'is not in the character set that it names. Export it again',
  documentType: 'has a document type, which no bank’s statement has. Export it again',
  badXml: (message: string) => `is damaged. ${message} Export it again`,
  noStatement:
    'has no statement of camt.053. Other messages, such as camt.052, don’t say everything that was booked. Export camt.053',
  noAccount: 'doesn’t name its account. Export it again',
  tooMany: (most: number) => `has more than ${most} entries. Export fewer days at once`,
  entry: (number: number) => `entry ${number}`,
  row: (number: number) => `row ${number}`,
  balance: (account: string) => `a balance of account ${account}`,
  unreadable: (what: 'amount' | 'day' | 'currency', text: string, place: string) =>
    `has ${what === 'amount' ? 'an' : 'a'} ${what} that Muster can’t read: ${text.slice(0, 30) || 'none'}, in ${place}`,
  noSide: (place: string) => `doesn’t say whether ${place} is a credit or a debit`,
  outOfBalance: (account: string, [between, moved, missing]: string[]) =>
    `is incomplete. Between its balances, account ${account} changes by ${between}, but its entries add up to ${moved}. The difference is ${missing}. Export it again`,
  noTable: 'is neither camt.053 nor a CSV with columns. Export one of these',
  noHeader: (row: number) =>
    `has no row that names its columns. Insert one above the first payment, such as “Date;Text;Amount;Currency” with the separator of the file, and choose the file again. If row ${row} is no payment, delete it`,
  badRow: (place: string, why = 'the day is missing') => `can’t be read in ${place}: ${why}`,
  noColumn: (names: string) =>
    `wasn’t found in the file, whose first row must name its columns. Enter one of them, and choose the file again: ${names}`,
  unclearDay: (day: string) =>
    `can’t be told from the file: ${day} may be two days. Say which is first, and choose the file again`,
  currencyMissing: 'isn’t in the file. Enter its code, and choose the file again',
  accountMissing: 'isn’t in the file. Enter the IBAN or the number, and choose the file again',
  newAccount: (account: string) =>
    `${account} is new here. If this is the initiative’s account, enter it and choose the file again`,
  namesAnother: (named: string, typed: string) =>
    `is ${named} in the file, and you entered ${typed}. Correct it, or leave it empty. If ${named} is a payer’s, give that column of the file another name`,
  otherAccount: (other: string, account: string) =>
    `has payments that are already here under account ${other}. If ${account} is the same account, export the file as CSV and enter ${other}, so that no payment is here twice`,
  otherFormat: (day: string, format: string) =>
    `has days that are here from a file in ${format}, such as ${day}. Read these days in ${format}, so that no payment is here twice`,
  noEntry: 'There is no such bank entry.',
  isRecorded: 'This bank entry is already recorded.',
  isTakenBack:
    'The bank took this payment back. Undo the receipt or record a refund on the pledge’s page.',
  otherCurrency: (ref: string, asset: string, currency: string) =>
    `Pledge ${ref} is in ${asset}, and this entry in ${currency}. Record the payment on the pledge’s page.`,
};
