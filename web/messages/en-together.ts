/** When anonymous pledges are accepted, in English: said to givers on pages and in mails. */
export const together =
  'We accept anonymous pledges together, once a day, when five givers are waiting. We’ll email you when yours is accepted.';
