import type { Letter } from '../../web/messages/shapes.ts';

/** What is written to whom. */
export interface Written {
  letter: Letter;
  link: string | null;
  /** Only where it is another address than the one that was typed. */
  to?: string;
}
