/** Whether a bank's name of a payer and ours of a giver may be one: “EXAMPLE FOUNDATION INC.” is Example Foundation. */

/** Legal forms, which one of the two may leave out. */
const FORMS = new Set(
  `inc incorporated llc llp ltd limited plc gmbh mbh ag se kg ug ev co corp corporation company
  sa sas sarl srl spa bv nv ab as asa oy aps pty pte kk the`.split(/\s+/),
);

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    // “e.V.”, “S.A.”
    .replaceAll(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FORMS.has(word));

const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((word) => all.includes(word));

/** At least this much has to be the same: many are called Ann. */
const LEAST_LETTERS = 5;

export function mayBeSameName(one: string, other: string): boolean {
  const [ones, others] = [wordsOf(one), wordsOf(other)];
  const fewer = ones.length <= others.length ? ones : others;
  return (
    fewer.join('').length >= LEAST_LETTERS && (isWithin(ones, others) || isWithin(others, ones))
  );
}
