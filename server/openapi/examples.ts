import story from './examples.json' with { type: 'json' };

/**
 * A request and its answer. examples.json lists them in the order of a story. People write the requests,
 * and tests/openapi/story.test.ts records the answers.
 */
export interface Example {
  /** The id of its operation. */
  operation: string;
  summary: string;
  /** Who sends it, if the operation takes a token. The default is an admin. */
  as?: 'public' | 'signatory';
  /** The Idempotency-Key. The default is the example's name. */
  key?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  status: number;
  answer: unknown;
}

/** The examples of an operation, with their names. */
export const examplesFor = (id: string): [string, Example][] =>
  Object.entries(story as Record<string, Example>).filter(([, { operation }]) => operation === id);
