import { z } from 'zod';
import type { Right } from '../domain/right.ts';
import type {
  ApiContent,
  ApiDocument,
  ApiExample,
  ApiOperation,
  ApiParameter,
  ApiResponse,
} from '../../web/api-document.ts';
import { problemType, type ProblemCode } from '../http/problem.ts';
import { schemaWriter, type SchemaWriter } from './json-schema.ts';
import { examplesFor, type Example } from './examples.ts';
import { TAGS, type Operation, type Route } from './operation.ts';
import { byStatus, MEANINGS, problem } from './problem-schema.ts';

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

const INTRODUCTION = `An amount flows through stages, and the flow is the ledger: a movement takes an
amount of one pledge from one stage and gives it to another, and every figure is a fold over movements.

Amounts and hours are decimal strings, never numbers. A day (\`…On\`, \`from\`, \`to\`) is one of the real
world; windows end on the first day without. \`base\` is an amount in the initiative's own currency and
\`h100eHours\` are H100-equivalents, both at the reference rate that acceptance fixed.

What the public does needs no sign-in. Whoever has signed sends the session's token as
\`Authorization: Bearer …\`: \`POST /api/v1/links\` has a link mailed, and \`POST /api/v1/sessions\` makes a
session of the token in it. An admin sends a token in the same way: ADMIN_TOKEN is the first. Each
operation for admins names the right that its token needs.

A refusal is a problem document (RFC 9457) whose \`type\` is stable; a wrong body names every field.
Lists give \`next\`, the \`cursor\` of the following page. A POST needs an Idempotency-Key: sent again
with the same body within 30 days it gets the first answer again, and nothing is done twice.

The examples tell one story, in which Ada signs, pledges money and GPUs, and part of both arrives.`;

/** The document of all described routes, in the order of their registration. */
export function documentOf(
  routes: readonly Route[],
  { baseUrl, version }: { baseUrl: string; version: string },
): ApiDocument {
  const writer = schemaWriter();
  const paths: ApiDocument['paths'] = {};
  for (const { method, url, operation } of routes) {
    if (!operation) continue;
    const path = url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationJson(operation, writer) };
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
        signatory: { type: 'http', scheme: 'bearer', description: 'Of a session of one’s own.' },
      },
    },
  };
}

const ADMIN_SCHEME =
  'An API token with the right that the operation names, made at /admin/tokens; ADMIN_TOKEN until there is an owner.';

const SECURITY = {
  public: [],
  either: [{}, { admin: [] }],
  signatory: [{ signatory: [] }],
  giver: [{ signatory: [] }, { admin: [] }],
} satisfies Record<string, ApiOperation['security']>;
const isOfAdmins = (access: Operation['access']): access is Right =>
  access !== undefined && !(access in SECURITY);

function operationJson(operation: Operation, writer: SchemaWriter): ApiOperation {
  const {
    id,
    tag,
    summary,
    description,
    access = 'public',
    body,
    bodyTypes = [JSON_TYPE],
  } = operation;
  const bodies = examplesOf(operation, (example) => example.body);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    security: isOfAdmins(access) ? [{ admin: [access] }] : SECURITY[access],
    parameters: parametersOf(operation, writer),
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
    responses: responsesOf(operation, writer),
  };
}

/** This part of each example of the operation that has it; nothing where none has. */
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
  .describe('1 to 200 visible characters, new for each thing to be done: a UUID will do.');
const etagHeader = z.string().optional().describe('The ETag of an earlier answer.');

function parametersOf(operation: Operation, writer: SchemaWriter): ApiParameter[] {
  const { params, query, keyed = false, cached = false } = operation;
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
    ...group(params, 'path', (example, _name, of) => example.params?.[of]),
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

/** The refusals that follow from what an operation takes, and those that it names itself. */
function refusalsOf({ access, keyed, params, query, body, refuses = [] }: Operation) {
  return new Set<ProblemCode>([
    ...(body || query ? (['invalid-input'] as const) : []),
    ...(body ? BODY_REFUSALS : []),
    ...(access !== undefined && access !== 'public' ? (['unauthorised'] as const) : []),
    ...(isOfAdmins(access) || access === 'giver' ? (['forbidden'] as const) : []),
    ...((access === 'signatory' || access === 'giver') && keyed ? (['too-many'] as const) : []),
    ...(keyed
      ? (['idempotency-key-missing', 'idempotency-key-reused', 'still-running'] as const)
      : []),
    ...(params ? (['not-found'] as const) : []),
    ...refuses,
  ]);
}

const ETAG = {
  ETag: { description: 'Of this answer; weak.', schema: { type: 'string' } },
};

function responsesOf(operation: Operation, writer: SchemaWriter): ApiOperation['responses'] {
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
  for (const [status, { text, schema, type = JSON_TYPE }] of Object.entries(operation.answers)) {
    answer(status, text, at(Number(status), type, writer.write(schema, 'output')));
  }
  if (operation.cached) {
    responses['200'] = { ...responses['200']!, headers: ETAG };
    responses['304'] = { description: 'The answer whose ETag was sent is still the newest.' };
  }
  for (const [status, codes] of byStatus(refusalsOf(operation))) {
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

/** A problem document with one of these codes. */
const problemJson = (codes: readonly ProblemCode[], writer: SchemaWriter) => ({
  ...writer.write(problem, 'output'),
  properties: { type: { enum: codes.map(problemType) } },
});
