/** The words around the API's document, which is English itself. */
export const docs = {
  title: 'API',
  version: (title: string, version: string): string => `${title} ${version}.`,
  document: 'The same as an OpenAPI 3.1 document:',
  contents: 'Operations',
  needsToken: 'Needs an admin’s token.',
  needsSession: 'Needs a signatory’s session.',
  needsEither: 'Needs its giver’s session, or a token of an admin with the right to decide.',
  takesToken: 'A token may be given: an admin is told more.',
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Answers',
  others: 'others',
  required: 'required',
  examples: 'Examples',
  schemas: 'Schemas',
};
