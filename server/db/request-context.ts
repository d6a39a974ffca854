import { AsyncLocalStorage } from 'node:async_hooks';

/** For all statements of a request. */
export const REQUEST_MS = 10_000;

export interface RequestContext {
  readonly network: string;
  leftMs: number;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const inRequest = <T>(asking: RequestContext, work: () => T): T => storage.run(asking, work);

/** Undefined for what the server does by itself. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** So that `work` doesn't end with the time of the request that set it off. */
export const outsideRequest = <T>(work: () => T): T => storage.exit(work);
