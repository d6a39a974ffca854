import { en } from './refusals/en.ts';

export type Refusals = typeof en;

/** Call it where a rule refuses, never when a module loads: a second language will depend on who asks. */
export const say = (): Refusals => en;
