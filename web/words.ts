/** The words of whatever is being rendered: everything that people read comes from here. */
import { en } from './messages/en.ts';

export type Words = typeof en;

export let t: Words = en;

/** Renders with another language's catalogue. Rendering never waits, so no other request runs in between. */
export function speaking<T extends string>(words: Words, render: () => T): T {
  const before = t;
  t = words;
  try {
    return render();
  } finally {
    t = before;
  }
}
