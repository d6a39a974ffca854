import type { Act } from './act.ts';

/** Who did something: an admin, one's program, a signatory, this machine, or somebody else. */
export interface Doer {
  by: string;
  adminId: string | null;
  /** The admin's name, whose token it is too. */
  admin: string | null;
  token: string | null;
  signatoryId: string | null;
  signatory: string | null;
}

/** A line of the audit trail, with the names that its ids have now. */
export interface TrailLine {
  id: string;
  at: Date;
  doer: Doer;
  /** The network address that an admin's request came from. */
  from: string | null;
  act: Act;
  /** A reference, an id, a code, or a name; null where there is but one. */
  object: string | null;
  /** Of an object that is a signatory, an admin or a token. */
  name: string | null;
  /** The names of the fields that it changed. */
  fields: readonly string[];
  facts: Record<string, string | number | boolean | null>;
}
