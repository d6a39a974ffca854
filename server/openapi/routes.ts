import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ApiDocument } from '../../web/data/api-document.ts';
import { send, served, type Served } from '../http/served.ts';
import { documentOf } from './document.ts';
import { operation, type Route } from '../http/operation.ts';

interface Options {
  baseUrl: string;
  version: string;
  render: (document: ApiDocument) => Map<string, string>;
}

const HTML = 'text/html; charset=utf-8';

/** Made when first asked for. */
export function registerDocument(
  app: FastifyInstance,
  routes: readonly Route[],
  { baseUrl, version, render }: Options,
): void {
  let json: Served | undefined;
  let pages: Map<string, Served> | undefined;
  const document = (): ApiDocument => documentOf(routes, { baseUrl, version });
  app.get(
    '/openapi.json',
    operation({
      id: 'getDocument',
      tag: 'Operations',
      summary: 'Get this document',
      description: 'OpenAPI 3.1. `/docs` shows it as pages.',
      cached: true,
      answers: { 200: z.looseObject({ openapi: z.string() }) },
    }),
    (request, reply) => {
      json ??= served('application/json; charset=utf-8', JSON.stringify(document()));
      return send(request, reply, json);
    },
  );
  const page = (request: FastifyRequest, reply: FastifyReply): void => {
    pages ??= new Map([...render(document())].map(([path, html]) => [path, served(HTML, html)]));
    const found = pages.get(request.url.split('?')[0]!);
    if (found) send(request, reply, found);
    else reply.callNotFound();
  };
  app.get('/docs', page);
  app.get('/docs/*', page);
}
