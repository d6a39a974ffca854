/** `field` is a path such as `pledges[3].movements[0].amount`. */
export interface FieldError {
  field: string;
  message: string;
}

/** Stable codes: the last part of a problem document's `type`. http/problem.ts has the status of each. */
export type ErrorCode =
  | 'invalid-input'
  | 'no-longer-offered'
  | 'malformed-json'
  | 'unauthorised'
  | 'forbidden'
  | 'touch-again'
  | 'not-found'
  | 'gone'
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

/** A refusal. `detail` says why and what to do; `extra` joins the problem document; `cause` is shown to nobody. */
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

export const fieldError = (field: string, message: string): DomainError =>
  new DomainError('invalid-input', `${field}: ${message}`, { fields: [{ field, message }] });

export const conflict = (message: string): DomainError => new DomainError('conflict', message);

export const notFound = (message: string): DomainError => new DomainError('not-found', message);
