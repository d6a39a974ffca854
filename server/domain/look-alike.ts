import { CONFUSABLES } from './confusables.ts';

/** What names look like: skeletons and restriction levels by UTS #39. */

const textOf = (points: string): string =>
  String.fromCodePoint(...points.split('+').map((point) => Number.parseInt(point, 16)));

function readPrototypes(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, target, sources] of CONFUSABLES.matchAll(/([^=;\s]+)=([^;]+);/g)) {
    for (const range of sources!.split(' ')) {
      const [first, last = first] = range.split('-').map((point) => Number.parseInt(point, 16));
      for (let point = first!; point <= last!; point += 1) {
        found.set(String.fromCodePoint(point), textOf(target!));
      }
    }
  }
  return found;
}

const PROTOTYPES = readPrototypes();

/** UTS #39, 4: texts that look alike have one skeleton. Compatibility forms such as ligatures are decomposed too. */
export const skeletonOf = (text: string): string =>
  Array.from(
    text.normalize('NFKD').replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ''),
    (letter) => PROTOTYPES.get(letter) ?? letter,
  )
    .join('')
    .normalize('NFD');

const wordsOf = (text: string): string[] =>
  skeletonOf(skeletonOf(text).toLowerCase())
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');

/** As written, because I looks like l; and in lower case, because a Cyrillic а looks like an a. */
const readings = (text: string): string[][] => [wordsOf(text), wordsOf(text.toLowerCase())];

/** In any case. */
const skeletons = (text: string): Set<string> =>
  new Set(
    text
      .split(/\s+/)
      .flatMap((word) => [word, word.toUpperCase(), word[0]!.toUpperCase() + word.slice(1)])
      .flatMap(wordsOf),
  );

/** Words that an organisation writes at times and leaves out at others. */
const FORMS =
  skeletons(`the inc incorporated corp corporation ltd limited llc llp plc gmbh srl pty company
  group holding holdings team official`);

/** Names that look alike share a key, whatever their case, spaces and legal forms. */
export function lookKeys(name: string): string[] {
  const keys = readings(name).map((words) => {
    const own = words.filter((word) => !FORMS.has(word));
    return (own.length > 0 ? own : words).join('');
  });
  const found = [...new Set(keys)].filter((key) => key !== '');
  return found.length > 0 ? found : [name];
}

/** Words in the names of organisations and of no person. */
const ORGANISATION_WORDS =
  skeletons(`inc incorporated corp corporation ltd limited llc llp plc gmbh srl pty
  company official team university universität université universidad institute institut foundation
  stiftung fondation fundación association ministry department laboratory laboratories labs college
  academy council commission agency committee society consortium`);
const ORGANISATION_PARTS =
  /주식회사|㈜|\(주\)|재단|대학교|연구소|연구원|株式会社|大学|財団|研究所|有限公司|集团|公司|基金会|研究院/u;

export const isOrganisationName = (name: string): boolean =>
  ORGANISATION_PARTS.test(name) ||
  readings(name).some((words) => words.some((word) => ORGANISATION_WORDS.has(word)));

/** Roles by which somebody speaks for an organisation. */
const HEADS = `ceo cto cfo coo|chief executive|chief executive officer|chief technology officer
  |chief financial officer|chief operating officer|chief scientist|president|founder|cofounder|co founder
  |chair|chairman|chairwoman|chairperson|managing director|executive director|director general
  |secretary general|minister|rector|chancellor|geschäftsführer|geschäftsführerin|pdg|vorstand|directeur général
  |presidente|генеральный директор|президент`
  .split('|')
  .flatMap((role) => (role.startsWith('ceo') ? role.split(' ') : [role]))
  .map((role) => ` ${wordsOf(role).join(' ')} `);
const HEAD_PARTS =
  /대표|회장|사장|총장|이사장|장관|社長|代表取締役|会長|学長|董事长|董事長|总裁|總裁|首席执行官|校长/u;
const DEPUTIES = /\bvice[\s-]+(president|chair\w*|rector|chancellor)\b/gi;

export const isHead = (text: string): boolean =>
  HEAD_PARTS.test(text) ||
  readings(text.replaceAll(DEPUTIES, '')).some((words) => {
    const spaced = ` ${words.join(' ')} `;
    return HEADS.some((role) => spaced.includes(role));
  });

/** Without a role that is a surname too: "Robin" of "Robin Founder". */
export const withoutSurname = (name: string): string =>
  name.replace(
    /^([\p{L}\p{M}'’-]+) (chair|chairman|chancellor|founder|minister|president|presidente|rector)$/iu,
    '$1',
  );

/** UAX #31, table 5: scripts in everyday use. */
const SCRIPTS =
  `Arabic Armenian Bengali Bopomofo Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi
  Hangul Han Hebrew Hiragana Katakana Kannada Khmer Lao Latin Malayalam Myanmar Oriya Sinhala Tamil Telugu Thaana
  Thai Tibetan`.split(/\s+/);
const TOGETHER = ['Latin Han Hiragana Katakana', 'Latin Han Bopomofo', 'Latin Han Hangul'];
const LEVELS = [...SCRIPTS, ...TOGETHER].map((scripts) => {
  const allowed = ['Common', 'Inherited', ...scripts.split(' ')];
  return new RegExp(`^[${allowed.map((script) => `\\p{scx=${script}}`).join('')}]*$`, 'u');
});
/** Letters in a special form: mathematical, fullwidth, a ligature; but not those of Armenian, Thai and Lao. */
const isSpecialForm = (letter: string): boolean =>
  /(?![\u0587\u0e33\u0eb3])[\p{L}\p{N}]/u.test(letter) && letter.normalize('NFKC') !== letter;
/** An invisible character has no use after these; scripts that join their letters need it. */
const HIDDEN = /[\p{scx=Latin}\p{scx=Cyrillic}\p{scx=Greek}]\p{Default_Ignorable_Code_Point}/u;

/** *Highly Restrictive* (UTS #39, 5.2): one script, or Latin with Chinese, Japanese or Korean; nothing hidden. */
export function isHighlyRestrictive(name: string): boolean {
  const text = name.normalize('NFC');
  return (
    LEVELS.some((level) => level.test(text)) &&
    !Array.from(text).some(isSpecialForm) &&
    !HIDDEN.test(text)
  );
}

/** Whether a name without a Latin letter looks like Latin: "Сосо" in Cyrillic. */
export const looksLatin = (name: string): boolean =>
  !/\p{Script=Latin}/u.test(name) &&
  /\p{L}/u.test(name) &&
  readings(name).some((words) =>
    /^[a-z\d]+$/.test(words.join('').normalize('NFD').replaceAll(/\p{M}/gu, '')),
  );
