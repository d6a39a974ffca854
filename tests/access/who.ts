import type { Right } from '../../server/domain/right.ts';

/**
 * Who may ask at all: everybody; a signatory who is signed in; the admins whose role has a right; or this
 * machine's own commands. Several, where any of them will do.
 */
export type Who = 'public' | 'signatory' | 'machine' | Right;
