import type { ApiDocument, ApiExample, ApiOperation } from '../data/api-document.ts';

export interface Exchange {
  operationId: string;
  summary: string;
  method: string;
  path: string;
  /** Whose token it is sent with, if any. */
  token: 'admin' | 'signatory' | null;
  key: string | null;
  body: unknown;
  status: number;
  answer: unknown;
}

/** The document's examples by name. A parameter, body and answer of one name belong together. */
export function exchangesOf(document: ApiDocument): Map<string, Exchange> {
  const exchanges = new Map<string, Exchange>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      for (const [status, name, example] of answersOf(operation)) {
        if (exchanges.has(name)) throw new Error(`two examples are named ${name}`);
        exchanges.set(name, {
          operationId: operation.operationId,
          summary: example.summary ?? '',
          method: method.toUpperCase(),
          token: tokenOf(operation, example),
          ...requestOf(path, operation, name),
          status: Number(status),
          answer: example.value,
        });
      }
    }
  }
  return exchanges;
}

function tokenOf({ security }: ApiOperation, { 'x-as': as }: ApiExample): Exchange['token'] {
  if (security.length === 0 || as === 'public') return null;
  return as ?? 'admin';
}

const answersOf = ({ responses }: ApiOperation): [string, string, ApiExample][] =>
  Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.values(content).flatMap(({ examples = {} }) =>
      Object.entries(examples).map(([name, example]): [string, string, ApiExample] => [
        status,
        name,
        example,
      ]),
    ),
  );

function requestOf(template: string, { parameters, requestBody }: ApiOperation, name: string) {
  const given = parameters.flatMap(({ name: of, in: place, examples }) => {
    const value = examples?.[name]?.value as string | undefined;
    return value === undefined ? [] : [{ of, place, value }];
  });
  const query = new URLSearchParams(
    given.flatMap(({ of, place, value }) => (place === 'query' ? [[of, value]] : [])),
  ).toString();
  const path = template.replaceAll(
    /\{(\w+)\}/g,
    (_, part) =>
      given.find(({ of, place }) => place === 'path' && of === part)?.value ?? `{${part}}`,
  );
  return {
    path: query ? `${path}?${query}` : path,
    key: given.find(({ of }) => of === 'Idempotency-Key')?.value ?? null,
    body: Object.values(requestBody?.content ?? {})[0]?.examples?.[name]?.value,
  };
}
