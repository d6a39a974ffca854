import type { Actor } from './actor.ts';
import type { Context } from './context.ts';
import type { Answer, RequestKey } from './db/write.ts';

export type UseCase<T> = (ctx: Context, actor: Actor, key: RequestKey, input: T) => Promise<Answer>;

/** About one thing, by its reference or id. */
export type UseCaseOf = (
  ...args: [ctx: Context, actor: Actor, key: RequestKey, id: string]
) => Promise<Answer>;

/** The same with an input. */
export type UseCaseOn<T> = (...args: [...Parameters<UseCaseOf>, input: T]) => Promise<Answer>;

/** The same, refused unless the thing is in the state that was `seen`. */
export type UseCaseOnSeen<T> = (
  ...args: [...Parameters<UseCaseOn<T>>, seen?: string]
) => Promise<Answer>;
