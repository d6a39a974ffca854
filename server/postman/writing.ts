import type { Letter } from '../../web/messages/shapes.ts';
import type { Context } from '../context.ts';
import type { Initiative } from '../initiative/read.ts';
import type { Mail } from '../mail/queue.ts';
import type { Asked } from './limit.ts';

export type MailOf<K extends Mail['kind']> = Extract<Mail, { kind: K }>;

/** What a letter is written with. */
export interface Writing extends Pick<Initiative, 'name' | 'recipient'> {
  ctx: Context;
  initiative: Initiative;
  contact: string | null;
  address: string;
  asked: Asked;
  /** The address of a page. */
  at: (path: string) => string;
}

export interface Written {
  letter: Letter;
  link: string | null;
  /** Where it isn't the address that was typed. */
  to?: string;
}

/** Null where there is nobody to write to, or nothing to say any more. */
export type Write<K extends Mail['kind']> = (
  by: Writing,
  mail: MailOf<K>,
) => Written | null | Promise<Written | null>;
