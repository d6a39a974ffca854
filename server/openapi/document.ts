import { z } from 'zod';
import type { Right } from '../domain/right.ts';
import type {
  ApiContent,
  ApiDocument,
  ApiExample,
  ApiOperation,
  ApiParameter,
  ApiResponse,
} from '../../web/data/api-document.ts';
import { problemType, type ProblemCode } from '../http/problem.ts';
import { schemaWriter, type SchemaWriter } from './json-schema.ts';
import { TAGS, type Operation, type Route } from '../http/operation.ts';
import { PATH_PARTS } from './shapes.ts';
import { byStatus, MEANINGS, problem } from './problem-schema.ts';
import story from './examples.json' with { type: 'json' };

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

const INTRODUCTION = `Amounts flow through stages, and the flow is the ledger. A movement takes an
amount of one pledge from one stage to another. Every figure is a sum of movements.

Amounts and hours are decimal strings, never numbers. Days (\`…On\`, \`from\`, \`to\`) are days in the
real world. A window’s \`to\` is the day after its last day. \`base\` is an amount in the initiative’s
own currency, and \`h100eHours\` are H100-equivalents. Both use the reference rate fixed at acceptance.

Public data needs no sign-in. As a signatory, send your session’s token as
\`Authorization: Bearer …\`. \`POST /api/v1/links\` emails you a link, and \`POST /api/v1/sessions\`
turns the token in the link into a session. Admins send an API token in the same way. The first one is
ADMIN_TOKEN. Each operation for admins names the right that its token needs.

Errors are problem documents (RFC 9457) with a stable \`type\`. If a body is wrong, the error names every
wrong field. Lists give \`next\`: send it as \`cursor\` to get the next page. A POST needs an
Idempotency-Key. If you repeat a request with the same key and body within 30 days, you get the first
answer again and nothing happens twice.

The examples tell one story: Ada signs, pledges money and GPUs, and part of both arrives.`;

/** Described routes, in the order of their registration. */
export function documentOf(
  routes: readonly Route[],
  { baseUrl, version }: { baseUrl: string; version: string },
): ApiDocument {
  const writer = schemaWriter();
  const paths: ApiDocument['paths'] = {};
  for (const { method, url, operation } of routes) {
    if (!operation) continue;
    const path = url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: operationJson({ method, url, operation }, writer),
    };
  }
  const schemas = Object.entries(writer.components).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Muster',
      version,
      summary: 'The pledge ledger for an open-compute initiative.',
      description: INTRODUCTION,
    },
    servers: [{ url: baseUrl }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: Object.fromEntries(schemas),
      securitySchemes: {
        admin: { type: 'http', scheme: 'bearer', description: ADMIN_SCHEME },
        signatory: { type: 'http', scheme: 'bearer', description: 'The token of your session.' },
      },
    },
  };
}

const ADMIN_SCHEME =
  'An API token with the right that the operation names. Make one at /admin/tokens. ADMIN_TOKEN works until there is an owner.';

const SECURITY = {
  public: [],
  either: [{}, { admin: [] }],
  signatory: [{ signatory: [] }],
  giver: [{ signatory: [] }, { admin: [] }],
} satisfies Record<string, ApiOperation['security']>;
const isOfAdmins = (access: Operation['access']): access is Right =>
  access !== undefined && !(access in SECURITY);

type Described = Route & { operation: Operation };

function tagOf({ method, url, operation }: Described): keyof typeof TAGS {
  const { tag, access = 'public' } = operation;
  if (tag) return tag;
  if (access === 'decide') return 'Admin: reviewing';
  if (access === 'export') return 'Admin: files';
  if (isOfAdmins(access))
    return /\/(pledges|batches)\//.test(url) ? 'Admin: recording' : 'Admin: managing';
  return method === 'GET' && access === 'public' ? 'Public reads' : 'Signing and pledging';
}

function operationJson(route: Described, writer: SchemaWriter): ApiOperation {
  const { operation } = route;
  const { id, summary, description, access = 'public', body, bodyTypes = [JSON_TYPE] } = operation;
  const bodies = examplesOf(operation, (example) => example.body);
  return {
    operationId: id,
    tags: [tagOf(route)],
    summary,
    ...(description && { description }),
    security: isOfAdmins(access) ? [{ admin: [access] }] : SECURITY[access],
    parameters: parametersOf(route, writer),
    ...(body && {
      requestBody: {
        required: !body.safeParse({}).success,
        content: Object.fromEntries(
          bodyTypes.map((type, index) => [
            type,
            { schema: writer.write(body, 'input'), ...(index === 0 && bodies) },
          ]),
        ),
      },
    }),
    responses: responsesOf(route, writer),
  };
}

/** People write the requests of examples.json; tests/openapi/story.test.ts records the answers. */
export interface Example {
  operation: string;
  summary: string;
  /** By default an admin. */
  as?: 'public' | 'signatory';
  /** By default the example's name. */
  key?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  status: number;
  answer: unknown;
}

const examplesFor = (id: string): [string, Example][] =>
  Object.entries(story as Record<string, Example>).filter(([, { operation }]) => operation === id);

/** By name; nothing if no example has that part. */
function examplesOf(
  { id }: Operation,
  part: (example: Example, name: string) => unknown,
): { examples?: Record<string, ApiExample> } {
  const found = examplesFor(id).flatMap(([name, example]): [string, ApiExample][] => {
    const { summary, as } = example;
    const value = part(example, name);
    if (value === undefined) return [];
    return [[name, { summary, ...(as && { 'x-as': as }), value }]];
  });
  return found.length > 0 ? { examples: Object.fromEntries(found) } : {};
}

const keyHeader = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .describe('1 to 200 visible characters. Make a new one for each request, such as a UUID.');
const etagHeader = z.string().optional().describe('The ETag of an earlier answer.');

const pathParts = (url: string): string[] => [...url.matchAll(/:(\w+)/g)].map(([, name]) => name!);

function parametersOf({ url, operation }: Described, writer: SchemaWriter): ApiParameter[] {
  const { query, keyed = false, cached = false } = operation;
  const path = z.object(
    Object.fromEntries(pathParts(url).map((name) => [name, PATH_PARTS[name]!])),
  );
  const group = (
    schema: z.ZodObject | undefined,
    place: string,
    part: (example: Example, name: string, of: string) => unknown,
  ): ApiParameter[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = writer.write(schema, 'input');
    return Object.entries(properties).map(([of, { description, ...json }]) => ({
      name: of,
      in: place,
      required: required.includes(of),
      ...(description && { description }),
      schema: json,
      ...examplesOf(operation, (example, name) => part(example, name, of)),
    }));
  };
  const headers = z.object({
    ...(keyed && { 'Idempotency-Key': keyHeader }),
    ...(cached && { 'If-None-Match': etagHeader }),
  });
  return [
    ...group(path, 'path', (example, _name, of) => example.params?.[of]),
    ...group(query, 'query', (example, _name, of) => example.query?.[of]),
    ...group(headers, 'header', ({ key }, name, of) =>
      of === 'Idempotency-Key' ? (key ?? name) : undefined,
    ),
  ];
}

const BODY_REFUSALS = [
  'malformed-json',
  'malformed-request',
  'body-too-large',
  'unsupported-media-type',
] as const;

function refusalsOf({ url, operation }: Described): Set<ProblemCode> {
  const { access, keyed, query, body, refuses = [] } = operation;
  return new Set<ProblemCode>([
    ...(body || query ? (['invalid-input'] as const) : []),
    ...(body ? BODY_REFUSALS : []),
    ...(access !== undefined && access !== 'public' ? (['unauthorised'] as const) : []),
    ...(isOfAdmins(access) || access === 'giver' ? (['forbidden'] as const) : []),
    ...((access === 'signatory' || access === 'giver') && keyed ? (['too-many'] as const) : []),
    ...(keyed
      ? (['idempotency-key-missing', 'idempotency-key-reused', 'still-running'] as const)
      : []),
    ...(pathParts(url).length > 0 ? (['not-found'] as const) : []),
    ...refuses,
  ]);
}

const ETAG = {
  ETag: { description: 'The weak ETag of this answer.', schema: { type: 'string' } },
};

const MEANING_OF_STATUS: Record<string, string> = { 200: 'OK.', 201: 'Done.', 202: 'Accepted.' };

function responsesOf(route: Described, writer: SchemaWriter): ApiOperation['responses'] {
  const { operation } = route;
  const responses: Record<string, ApiResponse> = {};
  const answer = (status: string, description: string, content: ApiResponse['content']): void => {
    const earlier = responses[status];
    responses[status] = {
      description: earlier ? `${earlier.description} Or: ${description}` : description,
      content: { ...earlier?.content, ...content },
    };
  };
  const at = (status: number, type: string, schema: ApiContent['schema']) => ({
    [type]: {
      schema,
      ...examplesOf(operation, (example) =>
        example.status === status ? example.answer : undefined,
      ),
    },
  });
  for (const [status, schema] of Object.entries(operation.answers)) {
    const { description = MEANING_OF_STATUS[status]!, contentMediaType } = schema.meta() ?? {};
    const type = (contentMediaType as string | undefined) ?? JSON_TYPE;
    answer(status, description, at(Number(status), type, writer.write(schema, 'output')));
  }
  if (operation.cached) {
    responses['200'] = { ...responses['200']!, headers: ETAG };
    responses['304'] = { description: 'Nothing has changed since the answer with your ETag.' };
  }
  for (const [status, codes] of byStatus(refusalsOf(route))) {
    answer(String(status), meaningOf(codes), at(status, PROBLEM_TYPE, problemJson(codes, writer)));
  }
  const others: ProblemCode[] = ['malformed-request', 'internal', 'unavailable', 'log-rolled-back'];
  answer('default', meaningOf(others), {
    [PROBLEM_TYPE]: { schema: problemJson(others, writer) },
  });
  return responses;
}

const meaningOf = (codes: readonly ProblemCode[]): string =>
  codes.map((code) => MEANINGS[code]).join(' ');

const problemJson = (codes: readonly ProblemCode[], writer: SchemaWriter) => ({
  ...writer.write(problem, 'output'),
  properties: { type: { enum: codes.map(problemType) } },
});
