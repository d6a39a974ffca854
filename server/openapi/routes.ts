import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ApiDocument } from '../../web/data/api-document.ts';
import { send, served, type Served } from '../http/served.ts';
import { documentOf } from './document.ts';
import { operation, type Route } from '../http/operation.ts';

interface Options {
  baseUrl: string;
  version: string;
  render: (document: ApiDocument) => string;
}

/** Each is made when it is first asked for. */
export function registerDocument(
  app: FastifyInstance,
  routes: readonly Route[],
  { baseUrl, version, render }: Options,
): void {
  let json: Served | undefined;
  let page: Served | undefined;
  const document = (): ApiDocument => documentOf(routes, { baseUrl, version });
  app.get(
    '/openapi.json',
    operation({
      id: 'getDocument',
      tag: 'Operations',
      summary: 'Get this document',
      description: 'OpenAPI 3.1. `/docs` shows it as a page.',
      cached: true,
      answers: { 200: z.looseObject({ openapi: z.string() }) },
    }),
    (request, reply) => {
      json ??= served('application/json; charset=utf-8', JSON.stringify(document()));
      return send(request, reply, json);
    },
  );
  app.get('/docs', (request, reply) => {
    page ??= served('text/html; charset=utf-8', render(document()));
    return send(request, reply, page);
  });
}
