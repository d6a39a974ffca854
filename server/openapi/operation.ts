import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Right } from '../domain/right.ts';
import type { ProblemCode } from '../http/problem.ts';

/** The audiences of the API, in the order in which the document names them. */
export const TAGS = {
  'Public reads': 'What anybody may read: the figures, who signed, and each pledge.',
  'Signing and pledging': 'Putting a name to the initiative, and logging a pledge.',
  Admin: 'Deciding on what was signed and pledged, and recording what came of it.',
  Checking: 'The signed log, for those who recompute the figures themselves.',
  Operations: 'For those who run this deployment.',
} as const;

/**
 * Whom an operation asks for a token: nobody; nobody, unless an admin asks; a signatory; a giver, or the
 * admin who decides on what it gives; or an admin who has a right.
 */
type Access = 'public' | 'either' | 'signatory' | 'giver' | Right;

/** A successful answer: what it is, its schema, and its media type where that is not JSON. */
interface Answer {
  text: string;
  schema: z.ZodType;
  type?: string;
}

/**
 * What the document says of a route. Refusals that follow from the rest are added by themselves: of
 * a wrong body or query, an unknown code in the path, a missing token or key.
 */
export interface Operation {
  id: string;
  tag: keyof typeof TAGS;
  summary: string;
  /** Units, and what a reader must know before calling. CommonMark. */
  description?: string;
  access?: Access;
  /** Needs an Idempotency-Key. */
  keyed?: boolean;
  /** Answers carry an ETag; with it, the same is a 304. */
  cached?: boolean;
  /** Each part of the path that varies. */
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The media types that the body may have, where that is not JSON. Examples are of the first. */
  bodyTypes?: readonly string[];
  answers: Record<number, Answer>;
  refuses?: readonly ProblemCode[];
}

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: Operation;
  }
}

/** The options of a route that is described: `app.get(path, operation({ … }), handler)`. */
export const operation = (of: Operation): { config: { operation: Operation } } => ({
  config: { operation: of },
});

/** A registered route; `operation` is undefined where nothing describes it. */
export interface Route {
  method: string;
  url: string;
  operation: Operation | undefined;
}

/** Notes each route that is registered after this call. Costs nothing when a request comes. */
export function watchRoutes(app: FastifyInstance): Route[] {
  const routes: Route[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) {
      // Fastify makes a HEAD of each GET.
      if (one !== 'HEAD') routes.push({ method: one, url, operation: config?.operation });
    }
  });
  return routes;
}
