/** The words around the API's document, which is English itself. */
export const docs = {
  title: 'API',
  version: (title: string, version: string): string => `${title} ${version}.`,
  document: 'As an OpenAPI 3.1 document:',
  contents: 'Operations',
  needsToken: 'Needs an admin’s API token.',
  needsSession: 'Needs the token of a signatory’s session.',
  needsEither: 'Needs the token of the giver’s session, or an API token with the right “decide”.',
  takesToken: 'You can send an API token: admins get more.',
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Responses',
  others: 'other',
  required: 'required',
  examples: 'Examples',
  schemas: 'Schemas',
};
