/** A bank's statement in camt.053, as invented as its bank. */

interface Part {
  amount?: string;
  name?: string;
  text?: string;
  /** The creditor reference in the structured remittance. */
  creditorReference?: string;
  payerReference?: string;
}

export interface CamtEntry extends Part {
  amount: string;
  day?: string;
  debit?: boolean;
  reversal?: boolean;
  pending?: boolean;
  reference?: string;
  currency?: string;
  /** The transactions of a batch. */
  parts?: Part[];
}

interface Camt {
  account?: string;
  currency?: string;
  opening?: string;
  closing?: string;
  /** From 02 to 12: the eighth changed where names and states are. */
  version?: string;
  id?: string;
}

export const ACCOUNT = 'DE02120300000000202051';

const tag = (name: string, content: string | undefined): string =>
  content === undefined ? '' : `<${name}>${content}</${name}>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const balance = (kind: string, amount: string, currency: string): string => `<Bal>
  <Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount.replace('-', '')}</Amt>
  <CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>`;

function details(part: Part, currency: string, isNew: boolean, withAmount: boolean): string {
  const { amount, name, text, creditorReference, payerReference = 'NOTPROVIDED' } = part;
  const party = name === undefined ? undefined : tag('Nm', escaped(name));
  const amt = withAmount && amount !== undefined ? `<Amt Ccy="${currency}">${amount}</Amt>` : '';
  return tag(
    'TxDtls',
    tag('Refs', tag('EndToEndId', payerReference)) +
      (isNew ? amt : amt && `<AmtDtls><TxAmt>${amt}</TxAmt></AmtDtls>`) +
      tag('RltdPties', party && tag('Dbtr', isNew ? tag('Pty', party) : party)) +
      tag(
        'RmtInf',
        tag('Ustrd', text === undefined ? undefined : escaped(text)) +
          tag('Strd', creditorReference && tag('CdtrRefInf', tag('Ref', creditorReference))),
      ),
  );
}

export function camt(entries: readonly CamtEntry[], statement: Camt = {}): string {
  const { account = ACCOUNT, currency = 'USD', version = '08', id = 'S-1' } = statement;
  const isNew = Number(version) >= 8;
  const ntry = (entry: CamtEntry): string => {
    const { amount, day = '2026-03-02', debit, reversal, pending, reference, parts } = entry;
    const code = entry.currency ?? currency;
    const status = pending ? 'PDNG' : 'BOOK';
    return `<Ntry><Amt Ccy="${code}">${amount}</Amt><CdtDbtInd>${debit ? 'DBIT' : 'CRDT'}</CdtDbtInd>
      ${reversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>${isNew ? tag('Cd', status) : status}</Sts>
      <BookgDt><Dt>${day}</Dt></BookgDt>${tag('AcctSvcrRef', reference)}
      <NtryDtls>${(parts ?? [entry]).map((part) => details(part, code, isNew, parts !== undefined)).join('')}</NtryDtls></Ntry>`;
  };
  const { opening, closing } = statement;
  return `<?xml version="1.0" encoding="UTF-8"?>
<n:Document xmlns:n="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
<GrpHdr><MsgId>M-1</MsgId></GrpHdr><Stmt><Id>${id}</Id>
<Acct><Id><IBAN>${account}</IBAN></Id><Ccy>${currency}</Ccy></Acct>
${opening === undefined ? '' : balance('OPBD', opening, currency)}
${closing === undefined ? '' : balance('CLBD', closing, currency)}
${entries.map(ntry).join('\n')}
</Stmt></BkToCstmrStmt></n:Document>`;
}
