import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { recordOf } from '../domain/record-of.ts';
import type { Right } from '../domain/right.ts';
import type { ProblemCode } from './problem.ts';

export const TAGS = {
  'Public reads': 'Data for everybody: the figures, the signatories and the pledges.',
  'Signing and pledging': 'For signatories: sign, and log a pledge.',
  'Admin: reviewing': 'For admins: decide on signatures and pledges.',
  'Admin: recording': 'For admins: record what happens to a pledge, and undo it.',
  'Admin: managing': 'For admins: the initiative, rates, card payments and metered hours.',
  'Admin: files': 'For admins: CSV files with personal data.',
  Checking: 'The signed log, to recompute the figures yourself.',
  Operations: 'For the people who run this deployment.',
} as const;

/** `either`: everybody, and admins get more. `giver`: or an admin who may decide. */
type Access = 'public' | 'either' | 'signatory' | 'giver' | Right;

/** Path parameters, examples and common refusals follow from the route. */
export interface Operation {
  id: string;
  /** The audience, unless it follows from `access`. */
  tag?: keyof typeof TAGS;
  summary: string;
  /** Units, and what a reader must know before calling. CommonMark. */
  description?: string;
  access?: Access;
  keyed?: boolean;
  /** ETag and 304. */
  cached?: boolean;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Unless it is JSON. Examples have the first. */
  bodyTypes?: readonly string[];
  /** By status. A schema that isn't for JSON has a `contentMediaType`. */
  answers: Record<number, z.ZodType>;
  refuses?: readonly ProblemCode[];
}

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: Operation;
  }
}

export const operation = (of: Operation): { config: { operation: Operation } } => ({
  config: { operation: of },
});

/** Each has its name as its id. */
export const operationsOf = <K extends string>(
  of: Record<K, Omit<Operation, 'id'>>,
): Record<K, Operation> => recordOf(Object.keys(of) as K[], (id) => ({ id, ...of[id] }));

export interface Route {
  method: string;
  url: string;
  operation: Operation | undefined;
}

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
