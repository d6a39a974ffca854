import { v7 } from 'uuid';

/** A UUIDv7 of the context's own time and randomness. */
export const newId = (ctx: { now: () => Date; randomBytes: (size: number) => Buffer }): string =>
  v7({ msecs: ctx.now().getTime(), random: ctx.randomBytes(16) });
