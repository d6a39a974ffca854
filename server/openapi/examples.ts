import story from './examples.json' with { type: 'json' };

/**
 * A request and the answer that it gets. examples.json has them in the order of the story that
 * tests/openapi/story.test.ts plays: the requests are written by hand, the answers by that test.
 */
export interface Example {
  /** The id of its operation. */
  operation: string;
  summary: string;
  /** Who sends it, where a token may be given: an admin unless it says otherwise. */
  as?: 'public' | 'signatory';
  /** The Idempotency-Key; the example's own name unless one is given. */
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
