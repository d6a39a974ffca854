/** What is wrong with one field of an input, and where: `pledges[3].movements[0].amount`. */
export interface FieldError {
  field: string;
  message: string;
}

/**
 * The stable codes of Muster's refusals. A code is the last part of a problem document's `type`;
 * server/http/problem.ts maps each to its status.
 */
export type ErrorCode =
  | 'invalid-input'
  | 'no-longer-offered'
  | 'malformed-json'
  | 'unauthorised'
  | 'forbidden'
  | 'touch-again'
  | 'not-found'
  | 'no-initiative'
  | 'closed'
  | 'conflict'
  | 'rate-too-old'
  | 'over-draw'
  | 'already-reversed'
  | 'moved-on'
  | 'idempotency-key-missing'
  | 'idempotency-key-reused'
  | 'still-running'
  | 'foreign-origin'
  | 'already-set-up'
  | 'link-spent'
  | 'confirm-again'
  | 'too-many'
  | 'payments-closed'
  | 'payment-refused'
  | 'signature-wrong'
  | 'signature-late'
  | 'log-rolled-back'
  | 'busy'
  | 'stopping';

/**
 * A refusal by a rule of the domain. `detail` says what to do; `extra` joins the problem document, and
 * `cause` stays in here.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  readonly extra: Record<string, unknown>;

  constructor(
    code: ErrorCode,
    detail: string,
    {
      fields = [],
      cause,
      ...extra
    }: { fields?: FieldError[]; cause?: unknown } & Record<string, unknown> = {},
  ) {
    super(detail, { cause });
    this.name = 'DomainError';
    this.code = code;
    this.fields = fields;
    this.extra = extra;
  }
}

/** An `invalid-input` refusal that names one field. */
export const fieldError = (field: string, message: string): DomainError =>
  new DomainError('invalid-input', `${field}: ${message}`, { fields: [{ field, message }] });
