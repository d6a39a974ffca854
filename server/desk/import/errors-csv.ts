import type { FieldError } from '../../domain/errors.ts';
import type { CsvFile } from '../../import/csv/read.ts';

/** An apostrophe before what a spreadsheet takes for a formula, as exports/cells.ts does it in SQL. */
const guarded = (text: string): string =>
  text.replaceAll(/(^|(?<=[;\t\r\n]))(?=[" \t\r\n]*[=+@＝＋－＠\t\r-])/g, "'");

const lineOf = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;

/** The rows with errors as they came, after a column that says what is wrong. For Excel it begins with U+FEFF. */
export function errorsCsv(
  { header }: CsvFile,
  wrong: readonly { cells: readonly string[]; errors: FieldError[] }[],
  textOf: (errors: readonly FieldError[]) => string,
): string {
  // One that was downloaded before has the column already.
  const old = header.findIndex((name) => name.toLowerCase() === 'error');
  const own = (cells: readonly string[]): string[] => cells.filter((_, at) => at !== old);
  const lines = wrong.map(({ cells, errors }) => lineOf([textOf(errors), ...own(cells)]));
  return `\uFEFF${lineOf(['error', ...own(header)])}${lines.join('')}`;
}
