/** "a minute", "12 minutes" */
const wait = (seconds: number): string =>
  seconds <= 60 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`;

const TYPES: Record<string, string> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

export const http = {
  busy: 'The server is busy. Try again in a few seconds.',
  trialBusy: 'An import or a verification is using the trial database. Try again in a few seconds.',
  unavailable: 'The database can’t be reached, or takes too long. Try again.',
  stopping: 'This server is stopping. Try again in a few seconds.',
  failed: 'Something went wrong on our side. Try again in a few minutes.',
  tooOften: (seconds: number) => `You’ve tried this too often. Try again in ${wait(seconds)}.`,

  unknownToken: 'This bearer token is unknown or no longer valid.',
  localToken: 'Send the token that is in the data folder.',
  keyMissing: 'Send an Idempotency-Key header of 1 to 200 visible characters: a UUID will do.',
  keyReused:
    'This Idempotency-Key came with another request before. Send this request with a new key.',
  stillRunning: 'A request with this Idempotency-Key is still running.',
  foreignForm: 'This form was sent from another site. Open the page here and send it again.',

  notJson: (why: string) => `The body isn’t valid JSON: ${why}`,
  tooLarge: 'The body is larger than this address takes.',
  wrongLength: 'The body is not as long as its Content-Length says.',
  sendAs: (types: readonly string[]) => `Send the body as ${types.join(' or ')}.`,
  wrongType: 'This address takes no body of that type.',
  nothingAt: (method: string, path: string) => `There is nothing at ${method} ${path}.`,
  nothingLoaded: 'Nothing is loaded yet: npm run import -- FILE.',

  missing: 'is missing',
  unknownField: 'is not a known field',
  twice: 'appears twice',
  empty: 'must not be empty',
  severalTexts: 'must be one text, not several',
  mustBe: (type: string) => `must be ${TYPES[type] ?? type}`,
  oneOf: (values: readonly unknown[]) => `must be one of ${values.join(', ')}`,
  unstorable: 'has a NUL character, or half of a character',
  unsafe: (code: string, place: number) =>
    `has a control, invisible or text-direction character, ${code}, as its character ${place}. Remove it`,
  noLetter: 'has no letter or digit',
  tooLong: (most: number) => `has more than ${most} characters`,
  notWebAddress: 'must be an http or https address',
  namesUser: 'must not name a user',
  notDay: 'must be a day such as 2026-03-31',
  notQuoted: 'must be a decimal number in quotes, such as "1250.50"',
  notNumber: 'must be a number',
  notSeq: 'must be the number of an entry',
  notNext: 'must be the `next` of the previous page',
  notAfterFrom: 'must be after `from`',

  networkDownloads: 'Your network is downloading a file already. Try again when it is done.',
  manyDownloads: (files: number) =>
    `${files} files are being downloaded. Try again when one of them is done.`,
};
