import { count, exactAmount, fullDay, gpuHours } from '../format.ts';
import { gpusOf } from './en-headlines.ts';
import type { InitiativeLine } from '../data/home.ts';
import type { LedgerLine, LogBreak, TermsLine } from '../data/pages.ts';
import { changeSentence } from './en-changes.ts';

function entrySentence(line: LedgerLine): string {
  if (line.kind === 'movement') return changeSentence(line.change);
  if (line.kind === 'signature') return signatureSentence(line);
  if (line.change) return changeSentence(line.change);
  return line.kind === 'terms' ? termsSentence(line.terms) : initiativeSentence(line.targets);
}

const ACTS: Record<string, string> = {
  sign: 'signed',
  withdraw: 'withdrew the signature',
  reject: 'is no longer counted as a signatory',
};

function signatureSentence({ type, act }: LedgerLine & { kind: 'signature' }): string {
  return `${type === 'person' ? 'A person' : 'An organisation'} ${ACTS[act] ?? act}.`;
}

function termsSentence({ who, kind, asset, quantity, ...terms }: TermsLine): string {
  const what =
    kind === 'funding' ? exactAmount(quantity, asset) : `${gpuHours(quantity)} ${asset} GPU-hours`;
  const facts = [
    terms.instalments > 0 &&
      `${count(terms.instalments)} ${terms.instalments === 1 ? 'instalment' : 'instalments'}`,
    terms.conditional && 'a condition',
    terms.rateOn && `the reference rate of ${fullDay(terms.rateOn)}`,
  ].filter(Boolean);
  const withFacts = facts.length > 0 ? `, with ${facts.join(', ')}` : '';
  return `Terms of a pledge of ${what}${who ? ` from ${who}` : ''}${withFacts}.`;
}

function initiativeSentence({
  currency,
  funding,
  gpus,
  basis,
  gpuSeconds,
}: InitiativeLine): string {
  const goals = [
    funding !== null && exactAmount(funding, currency),
    gpus !== null && gpusOf(gpus, basis),
    gpuSeconds !== null && `${gpuHours(gpuSeconds)} GPU-hours`,
  ].filter(Boolean);
  return goals.length > 0 ? `Goals: ${goals.join(', ')}.` : 'No goals.';
}

export const ledger = {
  title: 'Ledger',
  lead: 'Every change is an entry here, in order and for ever. We compute all figures from these entries.',
  entries: (found: number): string => `${count(found)} ${found === 1 ? 'entry' : 'entries'}`,
  recordedOn: (day: string): string => `Recorded on ${day}`,
  breakTitle: 'Entries were lost.',
  breakText: ({ on, size, lostSize, origin, reason }: LogBreak): string =>
    (size < lostSize
      ? `On ${fullDay(on)} the database had ${count(size)} entries. The public had already seen ${count(lostSize)}. `
      : `On ${fullDay(on)} the database had lost its newest records. `) +
    `The ledger goes on as a new log, ${origin}. The reason given: “${reason}”`,
  bytesOf: (seq: number): string => `Entry ${count(seq)}, byte for byte`,
  entrySentence,
  checked: 'A signed statement covers all entries. You can check it, and every figure.',
};

/** The words around the API's document, which is English itself. */
export const docs = {
  title: 'API',
  version: (title: string, version: string): string => `${title} ${version}.`,
  document: 'As an OpenAPI 3.1 document:',
  contents: 'Operations',
  needsToken: 'Needs an admin’s API token.',
  needsSession: 'Needs the token of a signatory’s session.',
  needsEither: 'Needs the token of the giver’s session, or an API token with the right “decide”.',
  takesToken: 'An API token is optional. Admins get more detail.',
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Responses',
  others: 'other',
  required: 'required',
  examples: 'Examples',
  schemas: 'Schemas',
};
