import type { ApiDocument, ApiExample, ApiOperation } from '../../web/api-document.ts';

/** A request that the document gives as an example, and the answer that it states. */
export interface Exchange {
  operationId: string;
  method: string;
  /** With its parameters and its query. */
  path: string;
  needsToken: boolean;
  key: string | null;
  body: unknown;
  status: number;
  answer: unknown;
}

/** Examples of one name belong together: parameters, body and answer. */
export function exchangesOf(document: ApiDocument): Map<string, Exchange> {
  const exchanges = new Map<string, Exchange>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      for (const [status, name, { value }] of answersOf(operation)) {
        if (exchanges.has(name)) throw new Error(`two examples are named ${name}`);
        const { operationId, security } = operation;
        const asked = requestOf(path, operation, name);
        const facts = {
          operationId,
          needsToken: security.length > 0,
          method: method.toUpperCase(),
        };
        exchanges.set(name, { ...facts, ...asked, status: Number(status), answer: value });
      }
    }
  }
  return exchanges;
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
    (_, part) => given.find(({ of, place }) => place === 'path' && of === part)!.value,
  );
  return {
    path: query ? `${path}?${query}` : path,
    key: given.find(({ of }) => of === 'Idempotency-Key')?.value ?? null,
    body: requestBody?.content['application/json']?.examples?.[name]?.value,
  };
}

/** The fields whose values are random. */
const RANDOM = new Set(['id', 'ref', 'batch', 'root']);

/**
 * Compares answers with the examples. Where the document has an example of a random code, the server
 * has another one: which, is learned from the first answer that has it, and holds from then on.
 */
export function likeness() {
  const real = new Map<string, string>();
  const learn = (example: unknown, actual: unknown): void => {
    if (typeof example !== 'object' || typeof actual !== 'object') return;
    for (const [name, value] of Object.entries(example ?? {})) {
      const own = (actual as Record<string, unknown> | null)?.[name];
      const isNew = typeof value === 'string' && typeof own === 'string' && !real.has(value);
      if (isNew && RANDOM.has(name) && value.length === own.length) real.set(value, own);
      else learn(value, own);
    }
  };
  const sent = <T>(example: T): T => {
    let text = JSON.stringify(example);
    for (const [code, own] of real) text = text.replaceAll(code, own);
    return JSON.parse(text) as T;
  };
  return {
    /** A part of a request, with the codes that the server gave. */
    sent,
    expected: (example: unknown): unknown => unsigned(sent(example)),
    answered: (example: unknown, actual: unknown): unknown => {
      learn(example, actual);
      return unsigned(actual);
    },
  };
}

/** A signed note without its signature: who verifies it is tests/ledger. */
const unsigned = (answer: unknown): unknown =>
  typeof answer === 'string' ? answer.replace(/^(— \S+ ).*$/m, '$1') : answer;
