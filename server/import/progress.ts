/** Says how far a long import is, on stderr. */
export const showProgress = (what: string, done: number, of: number): void => {
  process.stderr.write(`muster: ${what}: ${done} of ${of}\n`);
};
