/** ISO 20022's camt.053, “Bank to Customer Statement”, in any version from 001.02. */
import { setImmediate as pause } from 'node:timers/promises';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { say } from '../domain/say.ts';
import {
  accountOf,
  currencyOf,
  dayOf,
  MAX_LINES,
  minorOf,
  plainText,
  referenceOf,
  refuseFile,
  type BankLine,
  type Statement,
} from './statement.ts';

const LISTS = new Set([
  'Stmt',
  'Bal',
  'Ntry',
  'NtryDtls',
  'TxDtls',
  'Ustrd',
  'Strd',
  'AddtlRmtInf',
]);

/** Text stays text, and nothing is expanded: `plain` has the few entities that every XML has. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => LISTS.has(name),
});

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });

/** The element at a path of names; undefined where the file has none. */
function at(node: unknown, ...path: string[]): unknown {
  let found = node;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name))
      return undefined;
    found = (found as Record<string, unknown>)[name];
    // What may be there once is there several times: the first counts.
    if (Array.isArray(found) && !LISTS.has(name)) found = found[0];
  }
  return found;
}

/** An element's text, of the first path that leads to one. */
function textAt(node: unknown, ...paths: string[][]): string {
  for (const path of paths) {
    const found = at(node, ...path);
    const text = typeof found === 'object' ? at(found, '#text') : found;
    if (typeof text === 'string' && text.trim() !== '') return plain(text.trim());
  }
  return '';
}

const listAt = (node: unknown, ...path: string[]): unknown[] => {
  const found = at(node, ...path);
  return Array.isArray(found) ? found : [];
};

const sum = (lines: readonly { amountMinor: bigint }[]): bigint =>
  lines.reduce((total, { amountMinor }) => total + amountMinor, 0n);

const OTHERS: readonly [root: string, name: string][] = [
  ['BkToCstmrAcctRpt', 'camt.052'],
  ['BkToCstmrDbtCdtNtfctn', 'camt.054'],
  ['CstmrCdtTrfInitn', 'pain.001'],
];

const OPEN = /<((?:[\w.-]+:)?)Ntry[\s>]/g;

/** The entries, none of which is in another one, and what is around them: their numbers are in their place. */
function splitEntries(text: string): { entries: string[]; around: string } {
  const entries: string[] = [];
  const around: string[] = [];
  let from = 0;
  for (const { index, 1: prefix = '' } of text.matchAll(OPEN)) {
    if (index < from) continue;
    const close = `</${prefix}Ntry>`;
    const end = text.indexOf(close, index);
    // One without an end is damage. To look for each one's would take for ever.
    if (end < 0) break;
    around.push(text.slice(from, index), `<Ntry>${entries.length}</Ntry>`);
    from = end + close.length;
    entries.push(text.slice(index, from));
  }
  return { entries, around: around.join('') + text.slice(from) };
}

/** As many as are read before others get their turn. */
const IN_A_ROW = 100;

/** Entry by entry, so that a large file holds nobody up. Throws `invalid-input` on `file`. */
export async function readCamt(text: string): Promise<Statement[]> {
  // These documents have no type, so nobody's entities are even read.
  if (/<!doctype|<!entity/i.test(text)) throw refuseFile(say().bank.documentType);
  const { entries, around } = splitEntries(text);
  if (entries.length > MAX_LINES) throw refuseFile(say().bank.tooMany(MAX_LINES));
  const document = at(contentOf(around), 'Document');
  for (const [root, name] of OTHERS) {
    if (at(document, root) !== undefined) throw refuseFile(say().bank.otherMessage(name));
  }
  const nodes = listAt(document, 'BkToCstmrStmt', 'Stmt');
  if (nodes.length === 0) throw refuseFile(say().bank.noStatement);
  const statements = nodes.map(readStatement);
  for (const [index, { title, lines }] of statements.entries()) {
    for (const [place, number] of listAt(nodes[index], 'Ntry').entries()) {
      if (place % IN_A_ROW === 0) await pause();
      const node = listAt(contentOf(entries[Number(number || -1)] ?? ''), 'Ntry')[0];
      lines.push(...readEntry(node, say().bank.entryOf(place + 1, title)));
    }
  }
  return statements;
}

/** Checked first: the parser takes what isn't closed, and throws on attacks such as tags named `__proto__`. */
function contentOf(text: string): unknown {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw refuseFile(say().bank.badXml(valid.err.msg.slice(0, 200)));
  try {
    return parser.parse(text);
  } catch {
    throw refuseFile(say().bank.noStatement);
  }
}

/** Without its entries. */
function readStatement(node: unknown, index: number): Statement {
  const title = plainText(textAt(node, ['Id']), 60) ?? String(index + 1);
  const account = accountOf(
    textAt(
      node,
      ['Acct', 'Id', 'IBAN'],
      ['Acct', 'Id', 'Othr', 'Id'],
      ['Acct', 'Id', 'PrtryAcct', 'Id'],
    ),
  );
  if (account === '') throw refuseFile(say().bank.noAccount(title));
  return { title, account, ...balancesOf(listAt(node, 'Bal'), title), lines: [] };
}

/** A statement of several pages has a balance of each kind on each: the first and the last count. */
function balancesOf(nodes: unknown[], title: string): Pick<Statement, 'opening' | 'closing'> {
  const opening = new Map<string, bigint>();
  const before = new Map<string, bigint>();
  const closing = new Map<string, bigint>();
  for (const node of nodes) {
    const kind = textAt(node, ['Tp', 'CdOrPrtry', 'Cd'], ['Tp', 'Cd']);
    const balances = { OPBD: opening, PRCD: before, CLBD: closing }[kind];
    if (!balances) continue;
    const { amountMinor, currency } = amountOf(node, say().bank.balanceOf(title));
    if (balances === closing || !balances.has(currency)) balances.set(currency, amountMinor);
  }
  // Where a bank gives no opening balance, it is the one that was closed before.
  return { opening: new Map([...before, ...opening]), closing };
}

/** `Amt` with its sign: a debit is negative. */
function amountOf(node: unknown, place: string) {
  const currency = currencyOf(textAt(node, ['Amt', '@Ccy']), place);
  const minor = minorOf(textAt(node, ['Amt']), currency, place);
  return { currency, amountMinor: isDebit(node, place) ? -minor : minor };
}

function isDebit(node: unknown, place: string): boolean {
  const side = textAt(node, ['CdtDbtInd']);
  if (side !== 'CRDT' && side !== 'DBIT') throw refuseFile(say().bank.noSide(place));
  return side === 'DBIT';
}

/** The transactions of a booked entry, or the entry itself; none of an entry that is not booked. */
function readEntry(node: unknown, place: string): BankLine[] {
  const status = textAt(node, ['Sts', 'Cd'], ['Sts', 'Prtry'], ['Sts']);
  if (status !== '' && status !== 'BOOK') return [];
  const entry = {
    ...amountOf(node, place),
    bookedOn: dayOf(
      textAt(node, ['BookgDt', 'Dt'], ['BookgDt', 'DtTm'], ['ValDt', 'Dt'], ['ValDt', 'DtTm']),
      place,
    ),
    isReversal: /^(?:true|1)$/.test(textAt(node, ['RvslInd'])),
  };
  if (entry.amountMinor === 0n) return [];
  const reference = referenceOf(textAt(node, ['AcctSvcrRef']));
  const more = textAt(node, ['AddtlNtryInf']);
  const details = listAt(node, 'NtryDtls').flatMap((part) => listAt(part, 'TxDtls'));
  const parts = splitOf(details, entry);
  if (parts !== null) {
    return parts.map((amountMinor, index) => ({
      ...entry,
      ...detailsOf(details[index], more),
      amountMinor,
      reference:
        referenceOf(textAt(details[index], ['Refs', 'AcctSvcrRef'])) ??
        (reference === null ? null : `${reference}/${index + 1}`),
    }));
  }
  const told = details.map((each) => detailsOf(each, ''));
  const one = details.length === 1 ? detailsOf(details[0], more) : null;
  return [
    {
      ...entry,
      name: one?.name ?? null,
      payerReference: one?.payerReference ?? null,
      text: one
        ? one.text
        : plainText([...told.map(({ text }) => text ?? ''), more].join(' '), 500),
      reference: reference ?? referenceOf(textAt(details[0], ['Refs', 'AcctSvcrRef'])),
    },
  ];
}

/** The amounts of a batch's transactions; null unless each has one and they add up to the entry. */
function splitOf(
  details: readonly unknown[],
  { amountMinor, currency }: Pick<BankLine, 'amountMinor' | 'currency'>,
): bigint[] | null {
  if (details.length < 2) return null;
  const parts = details.map((node) => {
    const amount = at(node, 'Amt') ?? at(node, 'AmtDtls', 'TxAmt', 'Amt');
    if (textAt(amount, ['@Ccy']) !== currency) return null;
    const minor = minorOf(
      textAt(amount, ['#text']),
      currency,
      textAt(node, ['Refs', 'EndToEndId']),
    );
    const side = textAt(node, ['CdtDbtInd']) || (amountMinor < 0n ? 'DBIT' : 'CRDT');
    return { amountMinor: side === 'DBIT' ? -minor : minor };
  });
  const known = parts.filter((part) => part !== null && part.amountMinor !== 0n) as {
    amountMinor: bigint;
  }[];
  return known.length === details.length && sum(known) === amountMinor
    ? known.map((part) => part.amountMinor)
    : null;
}

/** Who paid, and what they wrote. */
function detailsOf(
  node: unknown,
  otherwise: string,
): Pick<BankLine, 'name' | 'text' | 'payerReference'> {
  const parties = at(node, 'RltdPties');
  const payer = textAt(parties, ['Dbtr', 'Pty', 'Nm'], ['Dbtr', 'Nm']);
  const behind = textAt(parties, ['UltmtDbtr', 'Pty', 'Nm'], ['UltmtDbtr', 'Nm']);
  const names = [...new Set([payer, behind])].filter((name) => name !== '');
  const remittance = at(node, 'RmtInf');
  const structured = listAt(remittance, 'Strd');
  const written = [
    ...structured.map((each) => textAt(each, ['CdtrRefInf', 'Ref'])),
    // A list of words, or one element among others.
    ...listAt(remittance, 'Ustrd').map((each) => textAt({ each }, ['each'])),
    ...structured.flatMap((each) =>
      listAt(each, 'AddtlRmtInf').map((more) => textAt({ more }, ['more'])),
    ),
  ].filter((each) => each !== '');
  return {
    name: plainText(names.join(' / '), 200),
    text: plainText(written.length > 0 ? written.join(' ') : otherwise, 500),
    payerReference: referenceOf(textAt(node, ['Refs', 'EndToEndId'])),
  };
}
