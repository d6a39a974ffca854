/** What a letter or digit counts in ISO 7064: A is 10, Z is 35. */
const digitsOf = (text: string): string =>
  text.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));

/**
 * ISO 11649: RF, two check digits (ISO 7064, MOD 97-10), and a reference of at most 21 capitals and digits. The
 * check digits show typing errors.
 */
export function creditorReference(reference: string): string {
  const rest = BigInt(digitsOf(`${reference}RF00`)) % 97n;
  return `RF${String(98n - rest).padStart(2, '0')}${reference}`;
}
