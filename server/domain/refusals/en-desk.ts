/** Refusals of server/desk, in English. */
export const desk = {
  endsBeforeItBegins: 'must not be before the first day',
};
