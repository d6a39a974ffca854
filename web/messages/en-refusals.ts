/** Pages that say why something can't be done, in English. */

/** What happened, in a few words: the title of a refusal's page, by its code. */
export const refusalTitles = {
  'invalid-input': 'Check what you entered',
  'no-longer-offered': 'This choice is no longer offered',
  'malformed-json': 'We can’t read this request',
  'malformed-request': 'We can’t read this request',
  unauthorised: 'Sign in first',
  forbidden: 'You aren’t allowed to do this',
  'touch-again': 'Use your passkey again first',
  'not-found': 'Page not found',
  'no-initiative': 'No initiative yet',
  closed: 'This initiative is closed',
  conflict: 'This isn’t possible now',
  'rate-too-old': 'The exchange rate is too old',
  'over-draw': 'The amount is too large',
  'already-reversed': 'Already undone',
  'moved-on': 'Somebody changed this in the meantime',
  'idempotency-key-missing': 'The form is incomplete',
  'idempotency-key-reused': 'You already sent this form, with other answers',
  'still-running': 'Already in progress',
  'foreign-origin': 'The form came from another website',
  'already-set-up': 'Already set up',
  'link-spent': 'This link doesn’t work any more',
  'confirm-again': 'Confirm first that it’s you',
  'too-many': 'Too many requests for now',
  'payments-closed': 'You can’t pay here now',
  'payment-refused': 'Stripe refused the payment',
  'signature-wrong': 'The signature is wrong',
  'signature-late': 'The signature is too old',
  'log-rolled-back': 'Nothing can be recorded now',
  busy: 'Too busy for now',
  stopping: 'The server is restarting',
  'body-too-large': 'The request is too large',
  'unsupported-media-type': 'We don’t accept this format',
  internal: 'Something went wrong',
  unavailable: 'Not available for now',
};

export const notices = {
  /** The name of a page that doesn't read the initiative. */
  name: 'Muster',
  me: 'Go to your signature and pledges',
  home: 'Go to the home page',
  notFound: 'This page doesn’t exist. ',
  empty: {
    text: 'There is no initiative here yet. If you started the server, ',
    link: 'set it up',
    or: ' with the address that the server printed, or load a file: ',
    command: 'npm run import -- FILE',
  },
};
