/** What a CSV file that an admin brings may hold. Its guess, reading and pages follow; docs/import.md has the list. */
import { currencyIn, NAMED_CURRENCY, type DayOrder } from './written.ts';

export const CSV_KINDS = ['signatories', 'pledges', 'agreements', 'receipts'] as const;
export type CsvKind = (typeof CSV_KINDS)[number];

export interface CsvField {
  /** In the API's JSON, where it is there. As a header, `external_id` and "External ID" are `externalId` too. */
  at: string;
  as?: 'day' | 'amount';
  /**
   * Other headers, in small letters alone: the documented ones of Google Forms, Airtable and CiviCRM, our own, and
   * German, French and Korean ones.
   */
  names?: string;
  /** A question in a form's own words. */
  like?: RegExp;
  /** What may be written for each of its values. */
  words?: Record<string, string>;
}

const IDS = 'id recordid airtableid responseid key';
const TIMES =
  'timestamp date createdat createdon created createdtime createddate dateadded submittedat zeitstempel datum horodateur 타임스탬프 날짜 일자';
const YES = 'yes y true 1 x ✓ checked ja wahr oui vrai 예 네';
const NO = 'no n false 0 nein falsch non faux 아니요 아니오';
export const PUBLIC_WORDS = { yes: `${YES} public`, no: `${NO} private` };

/** "May we publish your name?" asks for none. */
const NAME = /^(?!.*(?:publi|show|anonym)).*\b(?:full|display)?name\b/is;
const EMAIL: CsvField = {
  at: 'email',
  names: 'username courriel 이메일 이메일주소',
  like: /e-?mail/i,
};
const GIVER: CsvField[] = [
  { at: 'giverId', names: 'contactid externalidentifier signatoryid donorid' },
  EMAIL,
  {
    at: 'giver',
    names: 'name fullname displayname donor nom 이름 성명',
    like: NAME,
  },
];
const CURRENCY: CsvField = { at: 'currency', names: 'wahrung devise 통화', like: /\bcurrency\b/i };
const AMOUNT = 'betrag summe montant 금액';
const HOURS: CsvField = { at: 'gpuHours', as: 'amount', names: 'hours', like: /gpu[\s-]*hours/i };
const DAY: CsvField = {
  at: 'occurredOn',
  as: 'day',
  names: `pledgedon pledgemade pledgedate acceptedon agreedon signedon agreementdate receivedon datereceived
    contributiondate receivedate paymentdate valuedate bookingdate 입금일 ${TIMES}`,
};
const MOVEMENT: CsvField[] = [
  { at: 'externalId', names: `agreementid contributionid paymentid ${IDS}` },
  { at: 'pledge', names: 'pledgeref pledgeid pledgereference ref' },
  ...GIVER,
  {
    at: 'amount',
    as: 'amount',
    names: `agreedamount amountreceived totalamount quantity ${AMOUNT}`,
    like: /\bamount\b/i,
  },
  CURRENCY,
  HOURS,
  DAY,
  {
    at: 'reference',
    names: 'contract trxnid referenz reference 참조번호',
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
      names: 'type contacttype signatorykind typ',
      words: {
        person: 'person individual people human',
        organisation:
          'organisation organization company institution university foundation nonprofit non-profit ngo charity',
      },
    },
    { at: 'firstName', names: 'givenname vorname prenom' },
    { at: 'lastName', names: 'surname familyname nachname nom' },
    { at: 'role', names: 'title funktion fonction 직책', like: /\b(role|position|job)\b/i },
    {
      at: 'affiliation',
      names: 'firma organisme 소속',
      like: /organi[sz]ation|affiliat|employer|company|institution|universit/i,
    },
    { at: 'name', names: 'fullname displayname 이름 성명', like: NAME },
    { at: 'url', like: /web\s?site|home\s?page/i },
    { at: 'country', names: 'land pays 국가', like: /\bcountry\b/i },
    { at: 'statement', names: 'comment comments message quote', like: /statement|why|message/i },
    {
      at: 'public',
      names: 'consent',
      // "Do not publish my name" means the opposite.
      like: /^(?!.*(?<![a-z])(?:not|don['’]?t|never|without|hid|private|anonym)).*(?<![a-z])(?:public|publish(?!e[dr]))/is,
      words: PUBLIC_WORDS,
    },
    {
      at: 'signedOn',
      as: 'day',
      names: `signedat datesigned signed unterschriebenam publishedat ${TIMES}`,
    },
  ],
  pledges: [
    { at: 'externalId', names: `pledgeid ${IDS} ref` },
    ...GIVER,
    {
      at: 'amount',
      as: 'amount',
      names: `totalpledged pledge pledged quantity ${AMOUNT}`,
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
      // To "May we publish your name, or do you stay anonymous?" a no is either.
      like: /^(?!.*(?:publi|show|\bor\b)).*\banonym/is,
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

/** A header in small letters alone: without accents, what is in brackets, and a currency. */
export function plainHeader(whole: string): string {
  return whole
    .slice(0, NAME_CHARACTERS)
    .replaceAll(NAMED_CURRENCY, (each) => (currencyIn(each, '') === null ? each : ''))
    .replaceAll(/\([^()]*\)/g, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const freeIn = (found: CsvColumns) => (column: number) => !Object.values(found).includes(column);

/** The columns whose headers are known as they are. Each is taken once. */
export function knownColumns(fields: readonly CsvField[], header: readonly string[]): CsvColumns {
  const headers = header.map(plainHeader);
  const found: CsvColumns = {};
  const isFree = freeIn(found);
  for (const { at, names = '' } of fields) {
    const known = `${at.toLowerCase()} ${names}`.trim().split(/\s+/);
    const column = known
      .map((name) => headers.indexOf(name))
      .find((each) => each >= 0 && isFree(each));
    if (column !== undefined) found[at] = column;
  }
  return found;
}

/** Known headers first, then words in questions. */
export function guessColumns(fields: readonly CsvField[], header: readonly string[]): CsvColumns {
  const found = knownColumns(fields, header);
  const isFree = freeIn(found);
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
  /** Columns that no field reads, which an admin has seen and leaves out. */
  leftOut?: number[];
  /** A hash of the file's headers: another file that has them is read the same way. */
  header?: string;
  /** The admin who gave the answers; none if they are still as they were guessed or taken over. */
  by?: string;
  /** Whose import the columns are taken from, and its day, until an admin answers. */
  like?: { by: string; on: string } | null;
}
