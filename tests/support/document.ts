import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { ApiDocument, ApiOperation } from '../../web/data/api-document.ts';

interface Exchange {
  method: string;
  /** Without its query. */
  path: string;
  sent: unknown;
  status: number;
  /** The media type of the answer. */
  type: string;
  body: unknown;
}

export interface DocumentChecks {
  /** Throws unless the document describes this answer, and the body that was taken. */
  check: (exchange: Exchange) => void;
  /** Throws unless a value is of the schema at a place: ['paths', '/healthz', …]. */
  validate: (place: readonly string[], value: unknown) => void;
}

const pointer = (place: readonly string[]): string =>
  place
    .map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('');

/** Checks exchanges by the document itself: what it says of an answer is what the tests saw. */
export function documentChecks(document: ApiDocument): DocumentChecks {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  ajv.addSchema({ $id: 'document', ...document }, undefined, true);
  const compiled = new Map<string, ValidateFunction>();
  const paths = Object.entries(document.paths)
    .map(([path, methods]) => ({ path, methods, pattern: patternOf(path) }))
    .toSorted((a, b) => a.path.split('{').length - b.path.split('{').length);

  const validate: DocumentChecks['validate'] = (place, value) => {
    const at = `document#${pointer(place)}`;
    const validator = compiled.get(at) ?? ajv.compile({ $ref: at });
    compiled.set(at, validator);
    if (validator(value)) return;
    throw new Error(`${place.join(' ')}: ${ajv.errorsText(validator.errors)}: ${print(value)}`);
  };
  return {
    validate,
    check: ({ method, path, sent, status, type, body }) => {
      const found = paths.find(({ pattern }) => pattern.test(path));
      const verb = method.toLowerCase();
      const operation = found?.methods[verb];
      if (!found || !operation) {
        if (type === 'application/problem+json') validate(PROBLEM, body);
        return;
      }
      const place = ['paths', found.path, verb];
      const answered = statusOf(operation, status, body);
      const { content } = operation.responses[answered]!;
      if (content === undefined && body === '') return;
      if (!content?.[type])
        throw new Error(`${place.join(' ')}: ${status} as ${type} is not there`);
      validate([...place, 'responses', answered, 'content', type, 'schema'], body);
      const isJson = operation.requestBody?.content['application/json'] !== undefined;
      if (status < 300 && isJson && sent !== undefined && sent !== '') {
        const given: unknown = typeof sent === 'string' ? JSON.parse(sent) : sent;
        validate([...place, 'requestBody', 'content', 'application/json', 'schema'], given);
      }
    },
  };
}

const PROBLEM = ['components', 'schemas', 'Problem'];

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);

/** Under which key of its responses an answer stands: a status, or what may happen to any request. */
function statusOf({ operationId, responses }: ApiOperation, status: number, body: unknown): string {
  const { type } = body as { type?: string };
  if (
    /:(malformed-request|internal|unavailable|log-rolled-back)$/.test(type ?? '') &&
    !responses[status]
  ) {
    return 'default';
  }
  if (responses[status]) return String(status);
  throw new Error(`${operationId}: ${status} is not described: ${print(body)}`);
}

const print = (value: unknown): string => JSON.stringify(value)?.slice(0, 1_000);
