/** What all forms say, in English. */
export const forms = {
  optional: 'optional',
  steps: 'What happens, step by step',
  /** The title of a page with errors begins with it: that is read out first. */
  errorTitle: (title: string): string => `Error: ${title}`,
  summary: (errors: number): string =>
    errors === 1 ? 'One thing needs mending' : `${errors} things need mending`,
  /** "Name", "is missing" → "Name is missing." */
  error: (label: string, message: string): string =>
    `${label} ${message}${message.endsWith('.') ? '' : '.'}`.trimStart(),
  /** The API's words for what is wrong, where a form asks in another way. */
  worded: (field: string, message: string): string => {
    if (field === 'adult') return 'is needed: only adults may sign';
    if (field === 'notice') return 'is needed: without it nothing may be kept';
    if (field.endsWith('.availability')) {
      return 'must be over 0 and at most 100, with at most two decimals';
    }
    if (message === 'is missing' && /(^|\.)(amount|gpuHours)$/.test(field)) {
      return 'is missing: say how much, such as 1250.50';
    }
    if (message.startsWith('is over 10^15')) return 'is too large';
    return message.replace('a plain decimal number such as "1250.50"', 'a number, such as 1250.50');
  },
  /** The key of a form that was sent before, with other words in it. */
  sentBefore:
    'This form was sent before, with other words. If you mean to send this as well, send it again.',
  row: (number: number): string => `Row ${number}`,
  addRow: 'Add a row',
  next: 'Continue',
  back: 'Back',
};
