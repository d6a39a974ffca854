import { domain } from '../../server/domain/refusals/en-domain.ts';

export const listed = (items: string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

export const lists = {
  show: 'Filter',
  clear: 'Show all',
  next: 'Next page',
  first: 'First page',
  pages: 'Pages of this list',
  download: 'Download',
  csv: 'CSV',
  json: 'JSON',
  api: 'API',
};

export const forms = {
  optional: 'optional',
  cancel: 'Cancel',
  steps: 'Steps',
  /** The title of a page with errors begins with it, because screen readers read the title first. */
  errorTitle: (title: string): string => `Error: ${title}`,
  summary: (errors: number): string => (errors === 1 ? 'Fix 1 answer' : `Fix ${errors} answers`),
  error: (label: string, message: string): string =>
    `${label} ${message}${message.endsWith('.') ? '' : '.'}`.trimStart(),
  /** The API's words for what is wrong, where a form asks in another way. */
  worded: (field: string, message: string): string => {
    if (field === 'adult') return 'must be confirmed. Only adults can sign';
    if (field.endsWith('.to') && message.startsWith('must be after')) {
      return 'must not be before the first day';
    }
    if (field === 'notice') return 'is missing. Without it we can’t keep your signature';
    if (field.endsWith('.availability')) {
      return 'must be over 0 and at most 100, with at most two decimals';
    }
    if (message === 'is missing' && /(^|\.)(amount|gpuHours)$/.test(field)) {
      return 'is missing. Enter a number, such as 1,250.50';
    }
    if (message === domain.overMost) return 'is too large';
    if (message === domain.notDecimal) {
      const isGoal = field.includes('targets.');
      return `must be a number, such as ${isGoal ? '100,000,000 or 100M' : '1,250.50'}`;
    }
    return message;
  },
  sentBefore:
    'You have already sent this form, with other answers. To send these answers too, send it again.',
  row: (number: number): string => `Row ${number}`,
  addRow: 'Add a row',
  next: 'Continue',
  back: 'Back',
};
