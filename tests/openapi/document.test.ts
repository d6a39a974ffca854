import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { VERSION } from '../../server/paths.ts';
import type { Route } from '../../server/http/operation.ts';
import type { ApiDocument, ApiOperation } from '../../web/data/api-document.ts';
import { publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { documentChecks } from '../support/document.ts';
import { signIn } from '../support/forms.ts';

let app: TestApp;
let document: ApiDocument;

beforeAll(async () => {
  app = await startApp();
  document = (await app.request('/openapi.json', { token: false })).body;
});
afterAll(() => app.close());

const operations = (): [string, string, ApiOperation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, ApiOperation] => [
      method,
      path,
      operation,
    ]),
  );

/** Addresses for programs: what is there is described. Pages, assets and /docs are for people. */
const isForPrograms = ({ url }: Route): boolean =>
  /^\/(api|log|data|openapi|healthz|readyz|metrics)\b/.test(url);

describe('/openapi.json', () => {
  test('is a valid OpenAPI 3.1 document', async () => {
    const { valid, errors } = await new Validator().validate({ ...document });
    expect([valid, errors]).toEqual([true, undefined]);
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Muster', version: VERSION },
      servers: [{ url: 'http://localhost:8080' }],
    });
  });

  test('calls what is aimed at a target, as its fields do', () => {
    const words = JSON.stringify(document);
    expect(words).toContain('Targets and window are ledger entries');
    expect(words.match(/.{0,40}\bgoals?\b.{0,40}/gi)).toBeNull();
  });

  test('describes each route that is there for programs, those of a trial database too', async () => {
    const trial = await buildApp({ ...app.ctx, archive: async () => new Blob() }, 'local');
    const missing = trial.routes.filter((route) => isForPrograms(route) && !route.operation);
    await trial.http.close();
    expect(trial.routes.length).toBeGreaterThan(app.routes.length);
    expect(missing.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });

  test('describes none that is not there', () => {
    const isThere = operations().filter(([method, path]) =>
      app.http.hasRoute({
        method: method.toUpperCase(),
        url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      }),
    );
    expect(operations().length).toBeGreaterThan(20);
    expect(isThere).toEqual(operations());
  });

  test('names each operation once, with a tag that it explains', () => {
    const ids = operations().map(([, , { operationId }]) => operationId);
    expect(ids).toEqual([...new Set(ids)]);
    const explained = document.tags.map(({ name }) => name);
    for (const [, , { tags }] of operations()) expect(explained).toContain(tags[0]);
  });

  test('asks for a token and a key where the server does', async () => {
    const session = await signIn(app, await publishedSignatory(app));
    for (const [method, path, { security, parameters, responses }] of operations()) {
      const isAdmin = path.includes('/admin/');
      const needsToken =
        security.length > 0 && security.every((way) => Object.keys(way).length > 0);
      if (isAdmin) expect([path, needsToken]).toEqual([path, true]);
      if (!needsToken || method !== 'post') continue;
      const refused = await app.request(path, { body: {}, token: false, key: null });
      expect([path, refused.status, '401' in responses]).toEqual([path, 401, true]);
      if (/admin\/(import|verify|rates\/ecb|pledges\/\{ref\}\/metering)$/.test(path)) continue;
      expect(parameters).toContainEqual(
        expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
      );
      const isOwn = security.every((way) => !('admin' in way));
      const token = isOwn ? session : undefined;
      const keyless = await app.request(path, { body: {}, key: null, ...(token && { token }) });
      expect(keyless.body.type).toBe('urn:muster:problem:idempotency-key-missing');
    }
  });

  test('tells caches of each JSON answer whether to keep it', async () => {
    const silent: string[] = [];
    for (const [method, path] of operations()) {
      const url = path.replaceAll(/\{\w+\}/g, 'AAAAAAAA');
      const options = method === 'post' ? { body: {}, headers: { accept: '*/*' } } : {};
      for (const token of [undefined, false] as const) {
        const reply = await app.request(url, { ...options, ...(token === false && { token }) });
        if (reply.headers.get('cache-control') === null) silent.push(`${method} ${path}`);
      }
    }
    expect(silent).toEqual([]);
  });

  test('has examples that are of the schemas beside them, requests that are taken above all', () => {
    const { validate } = documentChecks(document);
    let seen = 0;
    for (const [method, path, { parameters, requestBody, responses }] of operations()) {
      const place = ['paths', path, method];
      const refused = new Set<string>();
      for (const [status, { content = {} }] of Object.entries(responses)) {
        for (const [type, { examples = {} }] of Object.entries(content)) {
          for (const [name, { value }] of Object.entries(examples)) {
            validate([...place, 'responses', status, 'content', type, 'schema'], value);
            if (status === '400') refused.add(name);
            seen += 1;
          }
        }
      }
      const bodies = requestBody?.content['application/json']?.examples ?? {};
      for (const [name, { value }] of Object.entries(bodies)) {
        if (refused.has(name)) continue;
        validate([...place, 'requestBody', 'content', 'application/json', 'schema'], value);
      }
      parameters.forEach(({ examples = {}, schema }, index) => {
        for (const { value } of Object.values(examples)) {
          const isNumber = schema.type === 'integer';
          validate(
            [...place, 'parameters', String(index), 'schema'],
            isNumber ? Number(value) : value,
          );
        }
      });
    }
    expect(seen).toBeGreaterThan(30);
  });

  test('is sent from memory, and as a 304 to who has it', async () => {
    const first = await app.request('/openapi.json', { token: false });
    const etag = first.headers.get('etag')!;
    const again = await app.request('/openapi.json', { headers: { 'if-none-match': etag } });
    expect([again.status, again.body]).toEqual([304, '']);
  });
});

describe('the checks of the test application', () => {
  test.each([
    ['an answer with a field more', 200, 'application/json', { status: 'ok', more: 1 }],
    ['a status that is not described', 418, 'application/json', { status: 'ok' }],
    ['another media type', 200, 'text/plain', 'ok'],
    ['a code that the operation does not refuse with', 404, 'application/problem+json', {}],
  ])('refuse %s', (_, status, type, body) => {
    const { check } = documentChecks(document);
    const exchange = { method: 'GET', path: '/healthz', sent: undefined };
    const right = { status: 200, type: 'application/json', body: { status: 'ok' } };
    expect(() => check({ ...exchange, ...right })).not.toThrow();
    expect(() => check({ ...exchange, status, type, body })).toThrow(/healthz|getHealth/);
  });
});
