import { AsyncLocalStorage } from 'node:async_hooks';

/** How long the database may keep a request waiting, all its statements together. */
export const REQUEST_MS = 10_000;

/** What a request carries through everything that it calls. */
export interface RequestContext {
  /** The network that it comes from, as turns count it. */
  readonly network: string;
  /** What is left of its time for the database. */
  leftMs: number;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` as a part of a request. */
export const inRequest = <T>(asking: RequestContext, work: () => T): T => storage.run(asking, work);

/** The request that this is a part of; undefined for what the server does by itself. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** Runs `work` as the server's own: what a request sets off must not end with the request's time. */
export const outsideRequest = <T>(work: () => T): T => storage.exit(work);
