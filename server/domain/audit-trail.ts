/** What was done. The table keeps these texts, so a name here is for ever. */
export const ACTS = [
  'signatory.enter',
  'signatory.correct',
  'signatory.join',
  'signatory.part',
  'signatory.note',
  'signatory.first',
  'signatory.publish',
  'signatory.reject',
  'signatory.reject-many',
  'signatory.publish-many',
  'signatory.hide-many',
  'signatory.undo-many',
  'signatory.wait',
  'signatory.show-statement',
  'signatory.hide-statement',
  'signatory.show-many',
  'signatory.ask',
  'signatory.edit',
  'signatory.address',
  'signatory.withdraw',
  'review.change',
  'pledge.log',
  'pledge.edit',
  'pledge.confirm',
  'pledge.note',
  'pledge.members',
  'pledge.ready',
  'pledge.unready',
  'pledge.accept',
  'pledge.reject',
  'pledge.ask',
  'pledge.increase',
  'pledge.instalments',
  'pledge.request',
  'pledge.cancel-request',
  'pledge.grant',
  'pledge.refuse',
  'pledge.withdraw',
  'pledge.commit',
  'pledge.receive',
  'pledge.lapse',
  'pledge.refund',
  'pledge.reinstate',
  'pledge.dispute',
  'pledge.win',
  'pledge.lose',
  'pledge.pay-link',
  'pledge.remind',
  'pledge.extend',
  'pledge.use',
  'pledge.meter',
  'pledge.unmeter',
  'payment.open',
  'payment.check',
  'payment.refund',
  'payment.let-go',
  'payment.see-to',
  'payment.put-aside',
  'payment.compare',
  'bank.read',
  'bank.put-aside',
  'batch.reverse',
  'rate.give',
  'rate.import',
  'rate.daily',
  'factor.give',
  'price.give',
  'initiative.import',
  'initiative.change',
  'initiative.milestones',
  'initiative.invite',
  'initiative.email',
  'initiative.look',
  'offer.add',
  'offer.edit',
  'offer.link',
  'offer.remove',
  'account.enter',
  'account.remove',
  'admin.enter',
  'admin.invite',
  'admin.role',
  'admin.remove',
  'admin.sign-in',
  'admin.sign-out',
  'admin.touch',
  'admin.passkey-failed',
  'admin.code-failed',
  'admin.refused',
  'session.end',
  'passkey.add',
  'passkey.rename',
  'passkey.remove',
  'recovery.make',
  'recovery.use',
  'token.make',
  'token.rights',
  'token.revoke',
  'mail.send-again',
  'mail.discard',
  'file.export',
  'csv.record',
  'csv.undo',
  'log.begin',
  'begin.hide',
] as const;
export type Act = (typeof ACTS)[number];

export interface Doer {
  by: string;
  adminId: string | null;
  admin: string | null;
  token: string | null;
  signatoryId: string | null;
  signatory: string | null;
}

export interface TrailLine {
  id: string;
  at: Date;
  doer: Doer;
  from: string | null;
  act: Act;
  /** A reference, id, code or name; null where there is only one such thing. */
  object: string | null;
  /** Of a signatory, an admin or a token. */
  name: string | null;
  fields: readonly string[];
  facts: Record<string, string | number | boolean | null>;
}
