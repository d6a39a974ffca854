import { refuseFile, type FileDay } from './file.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `23 November 2026`, as the daily file writes a day; the history has `2026-11-23` already. */
function dayText(text: string): string {
  const [, day, month, year] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text) ?? [];
  const number = MONTHS.indexOf(month ?? '') + 1;
  if (day === undefined || number === 0) return text;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const cellsOf = (row: string): string[] => row.split(',').map((cell) => cell.trim());

/**
 * The days of an ECB CSV: a Date column, then one column a currency, and mostly a comma at the end
 * of every row. A row of another length than the head is where a file was cut off.
 */
export function readCsv(text: string): FileDay[] {
  const whole = text.trimEnd();
  // Without a line break or a comma behind it, the last figure may lack digits.
  if (!text.endsWith('\n') && !whole.endsWith(',')) throw refuseFile('is cut off in its last line');
  const [head = '', ...rows] = whole.split(/\r?\n/);
  const [date, ...currencies] = cellsOf(head);
  if (date !== 'Date') throw refuseFile('line 1: its first column is not Date');
  const columns = currencies.at(-1) === '' ? currencies.slice(0, -1) : currencies;
  return rows.map((row, index) => {
    const place = `line ${index + 2}`;
    const [day = '', ...cells] = cellsOf(row);
    if (cells.length !== currencies.length) {
      throw refuseFile(`${place}: has ${cells.length} cells for ${currencies.length} columns`);
    }
    if (columns.length < cells.length && cells.at(-1) !== '') {
      throw refuseFile(`${place}: has a figure in a column without a currency`);
    }
    const rates = columns
      .map((currency, column) => ({ currency, perEuro: cells[column]! }))
      .filter(({ perEuro }) => perEuro !== 'N/A');
    return { place, day: dayText(day), rates };
  });
}
