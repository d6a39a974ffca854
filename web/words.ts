import { en } from './messages/en.ts';

export type Words = typeof en;

export let t: Words = en;

/** Renders in another language. Rendering never waits, so no other request runs in between. */
export function speaking<T extends string>(words: Words, render: () => T): T {
  const before = t;
  t = words;
  try {
    return render();
  } finally {
    t = before;
  }
}
