/** What a CSV file that an admin brings may hold. Its guess, reading and pages follow; docs/import.md has the list. */
import { currencyIn, type DayOrder } from './written.ts';

export const CSV_KINDS = ['signatories', 'pledges', 'agreements', 'receipts'] as const;
export type CsvKind = (typeof CSV_KINDS)[number];

export interface CsvField {
  /** In the API's JSON, where it is there. As a header, `external_id` and "External ID" are `externalId` too. */
  at: string;
  as?: 'day' | 'amount';
  /** Other headers, in small letters alone: the documented ones of Google Forms, Airtable and CiviCRM, and our own. */
  names?: string;
  /** A question in a form's own words. */
  like?: RegExp;
  /** What may be written for each of its values. */
  words?: Record<string, string>;
}

const IDS = 'id recordid airtableid responseid key';
const TIMES =
  'timestamp date createdat createdon created createdtime createddate dateadded submittedat';
const YES = 'yes y true 1 x checked ja oui';
const NO = 'no n false 0 nein non';

const EMAIL: CsvField = { at: 'email', names: 'username', like: /e-?mail/i };
const GIVER: CsvField[] = [
  { at: 'giverId', names: 'contactid externalidentifier signatoryid donorid' },
  EMAIL,
  { at: 'giver', names: 'name fullname displayname donor', like: /\b(full|display)?name\b/i },
];
const CURRENCY: CsvField = { at: 'currency', like: /\bcurrency\b/i };
const HOURS: CsvField = { at: 'gpuHours', as: 'amount', names: 'hours', like: /gpu[\s-]*hours/i };
const DAY: CsvField = {
  at: 'occurredOn',
  as: 'day',
  names: `pledgedon pledgemade pledgedate acceptedon agreedon signedon agreementdate receivedon datereceived
    contributiondate receivedate paymentdate valuedate bookingdate ${TIMES}`,
};
const MOVEMENT: CsvField[] = [
  { at: 'externalId', names: `agreementid contributionid paymentid ${IDS}` },
  { at: 'pledge', names: 'pledgeref pledgeid pledgereference ref' },
  ...GIVER,
  { at: 'amount', as: 'amount', names: 'agreedamount amountreceived totalamount quantity' },
  CURRENCY,
  HOURS,
  DAY,
  {
    at: 'reference',
    names: 'contract trxnid',
    like: /(agreement|contract|bank|payment|transaction).*(number|reference|id)\b/i,
  },
  { at: 'url', names: 'evidenceurl link document attachment attachments agreementurl' },
  { at: 'note', names: 'evidencenote evidence source contributionsource' },
];

export const CSV_FIELDS: Record<CsvKind, readonly CsvField[]> = {
  signatories: [
    { at: 'externalId', names: `${IDS} contactid externalidentifier signatoryid` },
    EMAIL,
    {
      at: 'kind',
      names: 'type contacttype signatorykind',
      words: {
        person: 'person individual people human',
        organisation: 'organisation organization company institution university',
      },
    },
    { at: 'firstName', names: 'givenname' },
    { at: 'lastName', names: 'surname familyname' },
    { at: 'role', names: 'title', like: /\b(role|position|job)\b/i },
    { at: 'affiliation', like: /organi[sz]ation|affiliat|employer|company|institution|universit/i },
    { at: 'name', names: 'fullname displayname', like: /\bname\b/i },
    { at: 'url', like: /web\s?site|home\s?page/i },
    { at: 'country', like: /\bcountry\b/i },
    { at: 'statement', names: 'comment comments message quote', like: /statement|why|message/i },
    {
      at: 'public',
      like: /\bpublic/i,
      words: { yes: `${YES} public`, no: `${NO} private` },
    },
    { at: 'signedOn', as: 'day', names: `signedat publishedat ${TIMES}` },
  ],
  pledges: [
    { at: 'externalId', names: `pledgeid ${IDS} ref` },
    ...GIVER,
    {
      at: 'amount',
      as: 'amount',
      names: 'totalpledged pledge quantity',
      like: /\bamount\b|how much/i,
    },
    CURRENCY,
    DAY,
    {
      at: 'dueOn',
      as: 'day',
      names: 'duedate expectedon expecteddate paymentsstartdate nextpaymentdate',
    },
    {
      at: 'visibility',
      names: 'anonymous',
      like: /\banonym/i,
      words: { anonymous: `${YES} anonymous`, public: `${NO} public` },
    },
    { at: 'model', names: 'gpumodel gpu gputype', like: /gpu (model|type)|which gpu/i },
    HOURS,
    { at: 'gpus', names: 'gpucount numberofgpus', like: /how many gpus/i },
    { at: 'site', names: 'location cluster' },
    { at: 'from', as: 'day', names: 'firstday startdate availablefrom' },
    { at: 'to', as: 'day', names: 'lastday until enddate availableuntil' },
    { at: 'provider' },
    { at: 'restrictedTo', names: 'restriction purpose designation' },
    { at: 'purchaseOrder', names: 'po ponumber' },
    { at: 'note', names: 'notes comment comments' },
  ],
  agreements: MOVEMENT,
  receipts: [...MOVEMENT, { at: 'fee', as: 'amount', names: 'feeamount bankfee' }],
};

/** Which column each field is in, counted from 0. */
export type CsvColumns = Record<string, number>;

/** No expression looks at more. */
const NAME_CHARACTERS = 200;

/** A header in small letters alone: without accents, what is in brackets, and a currency at its end. */
export function plainHeader(whole: string): string {
  const name = whole.slice(0, NAME_CHARACTERS);
  return (currencyIn(name) ? name.replace(/(?: in)?\s*\S+$/, '') : name)
    .replaceAll(/\([^()]*\)/g, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Known headers first, then words in questions. Each column is taken once. */
export function guessColumns(fields: readonly CsvField[], header: readonly string[]): CsvColumns {
  const headers = header.map(plainHeader);
  const found: CsvColumns = {};
  const isFree = (column: number): boolean => !Object.values(found).includes(column);
  for (const { at, names = '' } of fields) {
    const known = `${at.toLowerCase()} ${names}`.trim().split(/\s+/);
    const column = known
      .map((name) => headers.indexOf(name))
      .find((each) => each >= 0 && isFree(each));
    if (column !== undefined) found[at] = column;
  }
  for (const { at, like } of fields) {
    if (like === undefined || found[at] !== undefined) continue;
    if (at === 'name' && found['firstName'] !== undefined) continue;
    const column = header.findIndex((text, each) => isFree(each) && like.test(text));
    if (column >= 0) found[at] = column;
  }
  return found;
}

/** What an admin says of the whole file. */
export interface CsvAnswers {
  columns: CsvColumns;
  /** Whether names are public in rows that don't say. */
  shown: boolean;
  /** Where no row tells. */
  dayOrder: DayOrder | null;
}
