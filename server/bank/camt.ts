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

/** Text stays text. Entries are kept as they are written, and read one by one. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  htmlEntities: true,
  parseTagValue: false,
  parseAttributeValue: false,
  stopNodes: ['..Ntry'],
});

const ENTRY = 'entry';

/** All elements at a path of names. */
function all(node: unknown, path: string): unknown[] {
  let nodes = [node].flat();
  for (const name of path.split('/')) {
    nodes = nodes.flatMap((each) => (each as Record<string, unknown[]> | null)?.[name] ?? []);
  }
  return nodes;
}

/** What is written in all elements at the paths. */
const textsAt = (node: unknown, ...paths: string[]): string[] =>
  paths
    .flatMap((path) => all(node, path))
    .flatMap((found) => (typeof found === 'object' ? all(found, '#text') : found))
    .flatMap((text) => (typeof text === 'string' && text.trim() !== '' ? [text.trim()] : []));

const textAt = (node: unknown, ...paths: string[]): string => textsAt(node, ...paths)[0] ?? '';

const NTRY = /<(?:[\w.-]{1,40}:)?Ntry[\s>]/g;

/** As many entries as are read before others get their turn. */
const IN_A_ROW = 100;

/** Throws `invalid-input` on `file`. */
export async function readCamt(text: string): Promise<Statement[]> {
  // These documents have no type, so nobody's entities are even read.
  if (/<!doctype|<!entity/i.test(text)) throw refuseFile(say().bank.documentType);
  if (!/<\/[\w.:-]{1,40}>\s*$/.test(text.slice(-100))) throw refuseFile(say().bank.badXml(''));
  const nodes = all(contentOf(text), 'Document/BkToCstmrStmt/Stmt');
  if (nodes.length === 0) throw refuseFile(say().bank.noStatement);
  const statements: Statement[] = [];
  let number = 0;
  for (const node of nodes) {
    const statement = readStatement(node);
    for (const entry of textsAt(node, 'Ntry')) {
      if (number % IN_A_ROW === 0) await pause();
      number += 1;
      if (number > MAX_LINES) throw refuseFile(say().bank.tooMany(MAX_LINES));
      statement.lines.push(...readEntry(entryOf(entry), say().bank.entry(number)));
    }
    statements.push(statement);
  }
  // What isn't closed may hide entries.
  if (number !== (text.match(NTRY) ?? []).length) throw refuseFile(say().bank.badXml(''));
  return statements;
}

/** The parser takes what isn't closed, so an entry is checked first. */
function entryOf(content: string): unknown {
  const text = `<${ENTRY}>${content}</${ENTRY}>`;
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw refuseFile(say().bank.badXml(valid.err.msg.slice(0, 200)));
  return all(contentOf(text), ENTRY)[0];
}

function contentOf(text: string): unknown {
  try {
    return parser.parse(text);
  } catch (error) {
    // Also for attacks such as tags named `__proto__`.
    throw refuseFile(say().bank.badXml((error as Error).message.slice(0, 200)));
  }
}

/** Without its entries. */
function readStatement(node: unknown): Statement {
  const account = accountOf(
    textAt(node, 'Acct/Id/IBAN', 'Acct/Id/Othr/Id', 'Acct/Id/PrtryAcct/Id'),
  );
  if (account === '') throw refuseFile(say().bank.noAccount);
  const balances = (kind: string): [string, bigint][] =>
    all(node, 'Bal')
      .filter((balance) => textAt(balance, 'Tp/CdOrPrtry/Cd', 'Tp/Cd') === kind)
      .map((balance) => amountOf(balance, say().bank.balance(account)))
      .map(({ currency, amountMinor }) => [currency, amountMinor]);
  return {
    account,
    named: account,
    // A statement of several pages has balances on each: the first opens, and the last closes. Where a bank gives
    // no opening balance, it is the one that was closed before.
    opening: new Map([...balances('PRCD').toReversed(), ...balances('OPBD').toReversed()]),
    closing: new Map(balances('CLBD')),
    lines: [],
  };
}

/** `Amt` with its sign: a debit is negative. */
function amountOf(node: unknown, place: string) {
  const currency = currencyOf(textAt(node, 'Amt/@Ccy'), place);
  const minor = minorOf(textAt(node, 'Amt'), currency, place);
  const side = textAt(node, 'CdtDbtInd');
  if (side !== 'CRDT' && side !== 'DBIT') throw refuseFile(say().bank.noSide(place));
  return { currency, amountMinor: side === 'DBIT' ? -minor : minor };
}

/** The transactions of a booked entry, or the entry itself; none of an entry that is not booked. */
function readEntry(node: unknown, place: string): BankLine[] {
  const status = textAt(node, 'Sts/Cd', 'Sts/Prtry', 'Sts');
  if (status !== '' && status !== 'BOOK') return [];
  const days = ['BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm'];
  const entry = {
    ...amountOf(node, place),
    bookedOn: dayOf(textAt(node, ...days), place),
    isReversal: /^(?:true|1)$/.test(textAt(node, 'RvslInd')),
  };
  const more = textAt(node, 'AddtlNtryInf');
  const details = all(node, 'NtryDtls/TxDtls');
  const parts = partsOf(details, entry, place);
  const reference = referenceOf(textAt(node, 'AcctSvcrRef'));
  const ownReference = (detail: unknown) => referenceOf(textAt(detail, 'Refs/AcctSvcrRef'));
  if (parts === null) {
    // What was written about one payment doesn't say what all of a batch are for.
    const told = details.length > 1 ? { text: plainText(more, 500), payerReference: null } : {};
    const own = reference ?? ownReference(details[0]);
    return [{ ...entry, ...detailsOf(details, more), ...told, reference: own }];
  }
  return parts.map((amountMinor, index) => ({
    ...entry,
    ...detailsOf(details[index], more),
    amountMinor,
    reference: ownReference(details[index]) ?? (reference && `${reference}/${index + 1}`),
  }));
}

/** The amounts of a batch's transactions; null unless each has one and they add up to the entry. */
function partsOf(
  details: readonly unknown[],
  { amountMinor, currency }: Pick<BankLine, 'amountMinor' | 'currency'>,
  place: string,
): bigint[] | null {
  if (details.length < 2) return null;
  const parts = details.map((node) => {
    const amount = all(node, 'Amt')[0] ?? all(node, 'AmtDtls/TxAmt/Amt')[0];
    if (textAt(amount, '@Ccy') !== currency) return 0n;
    const minor = minorOf(textAt(amount, '#text'), currency, place);
    const isDebit = (textAt(node, 'CdtDbtInd') || (amountMinor < 0n ? 'DBIT' : '')) === 'DBIT';
    return isDebit ? -minor : minor;
  });
  const sum = parts.reduce((total, part) => total + part, 0n);
  return parts.includes(0n) || sum !== amountMinor ? null : parts;
}

/** Who paid, and what they wrote. */
function detailsOf(node: unknown, otherwise: string) {
  const parties = all(node, 'RltdPties');
  const names = textsAt(parties, 'Dbtr/Pty/Nm', 'Dbtr/Nm', 'UltmtDbtr/Pty/Nm', 'UltmtDbtr/Nm');
  const written = textsAt(node, 'RmtInf/Strd/CdtrRefInf/Ref', 'RmtInf/Ustrd');
  const added = textsAt(node, 'RmtInf/Strd/AddtlRmtInf');
  return {
    name: plainText([...new Set(names)].join(' / '), 200),
    text: plainText([...written, ...added].join(' ') || otherwise, 500),
    payerReference: referenceOf(textAt(node, 'Refs/EndToEndId')),
  };
}
