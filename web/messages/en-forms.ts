/** What all forms say, in English. */
export const forms = {
  optional: 'optional',
  /** The title of a page with errors begins with it: that is read out first. */
  errorTitle: (title: string): string => `Error: ${title}`,
  summary: (errors: number): string =>
    errors === 1 ? 'One thing needs mending' : `${errors} things need mending`,
  /** "Name", "is missing" → "Name is missing." */
  error: (label: string, message: string): string =>
    `${label} ${message}${message.endsWith('.') ? '' : '.'}`,
};
