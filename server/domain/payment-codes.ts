/** Pledges' references in what payers write, spaces and misread letters or not. */
import { creditorReference } from './creditor-reference.ts';

/** Payment references made by older versions have twelve characters. */
const LENGTHS = [10, 12];

/**
 * All texts that may be codes of ours. One that ends an ISO 11649 reference with wrong check digits is none: what was
 * mistyped once may be somebody else's.
 */
export function paymentCodesIn(text: string): string[] {
  const written = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  // Codes have no I, L or O. The letters of RF stay what they are.
  const meant = written.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const found = new Set<string>();
  for (let start = 0; start < meant.length; start += 1) {
    const check = /RF(\d\d)$/.exec(meant.slice(Math.max(0, start - 4), start))?.[1];
    for (const length of LENGTHS) {
      const code = meant.slice(start, start + length);
      if (code.length < length) continue;
      if (check === undefined || creditorReference(code) === `RF${check}${code}`) found.add(code);
    }
  }
  return [...found];
}
