/** What a CSV file that an admin brings may hold, and how its columns are guessed. docs/import.md has the list. */

export const CSV_KINDS = ['signatories', 'pledges', 'agreements', 'receipts'] as const;
export type CsvKind = (typeof CSV_KINDS)[number];

export interface CsvField {
  at: string;
  as?: 'day' | 'amount' | 'hours' | 'yes';
  /** Headers without case, spaces and signs: the documented ones of Google Forms, Airtable and CiviCRM, and our own. */
  names: string;
  /** A question in a form's own words. */
  like?: RegExp;
}

const ID = 'externalid id recordid airtableid responseid key';
const TIMES =
  'timestamp date createdat createdon created createdtime createddate dateadded submittedat';

const EMAIL: CsvField = {
  at: 'email',
  names: 'email emailaddress emailprimary primaryemail homeemail workemail username',
  like: /e-?mail/i,
};

const GIVER: CsvField[] = [
  { at: 'giver_id', names: 'giverid contactid externalidentifier signatoryid donorid' },
  EMAIL,
  {
    at: 'giver',
    names: 'giver givername signatory name fullname displayname contactname donor donorname',
    like: /\bname\b/i,
  },
];

const PLEDGE: CsvField = { at: 'pledge', names: 'pledge pledgeref pledgeid pledgereference ref' };
const CURRENCY: CsvField = {
  at: 'currency',
  names: 'currency pledgecurrency currencycode',
  like: /\bcurrency\b/i,
};
const HOURS: CsvField = {
  at: 'gpu_hours',
  as: 'hours',
  names: 'gpuhours hours',
  like: /gpu[\s-]*hours/i,
};
const EVIDENCE: CsvField[] = [
  { at: 'evidence_url', names: 'evidenceurl link document attachment attachments agreementurl' },
  { at: 'evidence_note', names: 'evidencenote evidence source contributionsource' },
];

export const CSV_FIELDS: Record<CsvKind, readonly CsvField[]> = {
  signatories: [
    { at: 'external_id', names: `${ID} contactid externalidentifier signatoryid` },
    EMAIL,
    { at: 'kind', names: 'kind type contacttype signatorykind' },
    { at: 'first_name', names: 'firstname givenname' },
    { at: 'last_name', names: 'lastname surname familyname' },
    { at: 'role', names: 'role jobtitle title position', like: /\b(role|position|job)\b/i },
    {
      at: 'affiliation',
      names: 'affiliation organisation organization currentemployer employer company institution',
      like: /organi[sz]ation|affiliat|employer|company|universit/i,
    },
    { at: 'name', names: 'name fullname displayname yourname contactname', like: /\bname\b/i },
    { at: 'url', names: 'url website homepage web', like: /web\s?site|home\s?page/i },
    { at: 'country', names: 'country', like: /\bcountry\b/i },
    {
      at: 'statement',
      names: 'statement comment comments message quote',
      like: /statement|why|message/i,
    },
    { at: 'public', as: 'yes', names: 'public publicname showname', like: /\bpublic/i },
    { at: 'signed_on', as: 'day', names: `signedon signedat publishedat ${TIMES}` },
  ],
  pledges: [
    { at: 'external_id', names: `pledgeid ${ID} ref` },
    ...GIVER,
    {
      at: 'amount',
      as: 'amount',
      names: 'amount totalpledged pledgeamount amountpledged totalamount pledge quantity',
      like: /\bamount\b|how much/i,
    },
    CURRENCY,
    { at: 'pledged_on', as: 'day', names: `pledgedon pledgemade pledgedate acceptedon ${TIMES}` },
    {
      at: 'due_on',
      as: 'day',
      names:
        'dueon duedate expectedon expecteddate paymentsstartdate pledgestartdate nextpaymentdate',
    },
    { at: 'anonymous', as: 'yes', names: 'anonymous visibility', like: /\banonym/i },
    { at: 'restricted_to', names: 'restrictedto restriction purpose designation' },
    { at: 'purchase_order', names: 'purchaseorder po ponumber' },
    { at: 'note', names: 'note notes comment comments' },
    { at: 'model', names: 'model gpumodel gpu gputype', like: /gpu (model|type)|which gpu/i },
    HOURS,
    { at: 'gpus', names: 'gpus gpucount numberofgpus', like: /how many gpus/i },
    { at: 'site', names: 'site location cluster' },
    { at: 'provider', names: 'provider' },
    { at: 'from', as: 'day', names: 'from grantfrom firstday startdate availablefrom' },
    { at: 'last_day', as: 'day', names: 'lastday until enddate availableuntil' },
    { at: 'grade', names: 'grade evidencegrade' },
    ...EVIDENCE,
  ],
  agreements: [
    { at: 'external_id', names: `agreementid ${ID}` },
    PLEDGE,
    ...GIVER,
    { at: 'amount', as: 'amount', names: 'amount agreedamount totalamount quantity' },
    CURRENCY,
    HOURS,
    { at: 'agreed_on', as: 'day', names: `agreedon signedon agreementdate datesigned ${TIMES}` },
    {
      at: 'reference',
      names: 'reference agreementnumber agreementreference contractnumber contract',
      like: /(agreement|contract).*(number|reference)/i,
    },
    ...EVIDENCE,
  ],
  receipts: [
    { at: 'external_id', names: `contributionid paymentid ${ID}` },
    PLEDGE,
    ...GIVER,
    { at: 'amount', as: 'amount', names: 'amount totalamount amountreceived quantity' },
    CURRENCY,
    HOURS,
    {
      at: 'received_on',
      as: 'day',
      names: `receivedon datereceived contributiondate receivedate paymentdate valuedate bookingdate ${TIMES}`,
    },
    {
      at: 'reference',
      names:
        'reference bankreference transactionid trxnid paymentreference checknumber invoicereference',
      like: /(bank|payment|transaction).*(reference|id)/i,
    },
    { at: 'fee', as: 'amount', names: 'fee feeamount bankfee' },
    ...EVIDENCE,
  ],
};

/** Which column each field is in, counted from 0. */
export type CsvColumns = Record<string, number>;

const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Known headers first, then words in questions. Each column is taken once. */
export function guessColumns(kind: CsvKind, header: readonly string[]): CsvColumns {
  const names = header.map(plain);
  const found: CsvColumns = {};
  const isFree = (column: number): boolean => !Object.values(found).includes(column);
  for (const { at, names: known } of CSV_FIELDS[kind]) {
    const columns = known.split(' ').map((name) => names.indexOf(name));
    const column = columns.find((each) => each >= 0 && isFree(each));
    if (column !== undefined) found[at] = column;
  }
  for (const { at, like } of CSV_FIELDS[kind]) {
    if (like === undefined || found[at] !== undefined) continue;
    if (at === 'name' && found['first_name'] !== undefined) continue;
    const column = header.findIndex((text, each) => isFree(each) && like.test(text));
    if (column >= 0) found[at] = column;
  }
  return found;
}

/** What the file leaves open, and an admin says once for all rows. */
export interface CsvAnswers {
  columns: CsvColumns;
  /** Of amounts without a sign, a code and a column for it. */
  currency: string;
  /** Of rows that don't say who they are, or whether a name may be shown. */
  kind: 'person' | 'organisation';
  shown: boolean;
  dayOrder: 'dmy' | 'mdy' | null;
  mark: '.' | ',' | null;
}
