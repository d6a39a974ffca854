/** Where an amount of a pledge is. `outside` is where it comes from, not a stage. */
export const STAGES = [
  'pledged',
  'waiting',
  'committed',
  'received',
  'disputed',
  'refunded',
  'withdrawn',
  'lapsed',
] as const;

export type Stage = (typeof STAGES)[number];
export type Place = 'outside' | Stage;

/** `reverse`, which undoes a batch, is none of MOVES. */
export const VERBS = [
  'pledge',
  'trigger',
  'commit',
  'receive',
  'withdraw',
  'lapse',
  'dispute',
  'win',
  'lose',
  'refund',
  'reinstate',
] as const;

export type MoveVerb = (typeof VERBS)[number];
export type Verb = MoveVerb | 'reverse';

/** Every legal move. Sources in order: receiving takes the firmest first, giving up the least firm. */
export const MOVES: Record<MoveVerb, { from: readonly Place[]; to: readonly Stage[] }> = {
  pledge: { from: ['outside'], to: ['pledged', 'waiting'] },
  trigger: { from: ['waiting'], to: ['pledged', 'committed'] },
  commit: { from: ['pledged'], to: ['committed'] },
  receive: { from: ['committed', 'pledged', 'waiting', 'outside'], to: ['received'] },
  withdraw: { from: ['waiting', 'pledged', 'committed'], to: ['withdrawn'] },
  lapse: { from: ['waiting', 'pledged', 'committed'], to: ['lapsed'] },
  dispute: { from: ['received'], to: ['disputed'] },
  win: { from: ['disputed'], to: ['received'] },
  lose: { from: ['disputed'], to: ['refunded'] },
  refund: { from: ['received'], to: ['refunded'] },
  reinstate: { from: ['withdrawn', 'lapsed', 'refunded'], to: ['pledged', 'waiting'] },
};

export const isLegal = (verb: MoveVerb, from: Place, to: Place): boolean =>
  MOVES[verb].from.includes(from) && (MOVES[verb].to as readonly Place[]).includes(to);
