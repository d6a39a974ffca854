/** What the queue and the page of a signatory share: decisions as forms, and what was asked back. */
import type { ComponentChildren } from 'preact';
import type { RateAge } from '../../server/domain/rate-age.ts';
import { ErrorSummary, idOf, type FormState } from '../components/form.tsx';
import { deskQueue as t } from '../messages/en-desk-queue.ts';
import { rates } from '../messages/en-rates.ts';
import { en } from '../messages/en.ts';
import { DeskKeys, type DeskFrame } from './frame.tsx';
import type { Again, Asked, DeskSignature, QueueKind, Verb, WaitingPledge } from './queue-model.ts';

export const signatoryPath = (id: string): string => `/admin/signatories/${id}`;

export interface DecisionsOf {
  frame: DeskFrame;
  /** The id or reference that its addresses and its forms' fields are told apart by. */
  object: string;
  kind: QueueKind;
  verbs: readonly Verb[];
  /** What is decided on is named as it was seen: a pledge's revision, a request and its pledge. */
  looked?: Record<string, string>;
  isMute: boolean;
  /** The rate that accepting would use, where it is old. */
  rate?: RateAge | null;
  /** Of an anonymous pledge (queue-model.ts). */
  together?: WaitingPledge['together'];
  /** Granting takes an amount back: its reason is public. */
  takesBack?: boolean;
  back: string;
  again: Again | null;
}

/** Which statement was looked at: it may change until the form is sent. */
export const statementSeen = ({ statementWaitsSince }: DeskSignature) => ({
  seen: statementWaitsSince?.toISOString() ?? '',
});

const pathOf = ({ kind, object }: DecisionsOf): string => {
  if (kind === 'signature') return signatoryPath(object);
  if (kind === 'statement') return `${signatoryPath(object)}/statement`;
  return `/admin/pledges/${object}${kind === 'request' ? '/requests' : ''}`;
};

/** A form of one object: its own key, so that those of others on the page are other requests. */
function DecisionForm({
  of,
  verb,
  step = verb,
  children,
}: {
  of: DecisionsOf;
  verb: Verb;
  /** What tells its key from that of another form of the same verb. */
  step?: string;
  children: ComponentChildren;
}) {
  const { frame, object, looked = {}, back } = of;
  const keys = { ...frame.keys, key: `${frame.keys.key}.${object}.${step}` };
  return (
    <form method="post" action={`${pathOf(of)}/${verb}`}>
      <DeskKeys frame={{ keys }} />
      <input type="hidden" name="back" value={back} />
      {Object.entries(looked).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** Where a refusal of this form is shown; the fields of other objects have other names. */
const fieldOf = (object: string, verb: Verb): string => `${verb}.${object}`;

/** A decision that says something: folded away until it is wanted, or was refused. */
function Said({
  of,
  verb,
  name,
  words,
  hint,
}: {
  of: DecisionsOf;
  verb: 'reject' | 'ask' | 'grant' | 'refuse';
  name: 'reason' | 'question';
  words: { label: string; submit: string };
  hint: string;
}) {
  const { object, again } = of;
  const typed = again?.object === object && again.verb === verb ? again.form : null;
  const error = typed?.errors.find(({ field }) => field === name);
  const id = idOf(fieldOf(object, verb));
  const described = [`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <details open={typed !== null}>
      <summary>{t.verbs[verb]}</summary>
      <DecisionForm of={of} verb={verb}>
        <label for={id}>{words.label}</label>
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
        {error && (
          <p class="error" id={`${id}-error`}>
            {en.forms.error(words.label, error.message)}
          </p>
        )}
        <textarea
          id={id}
          name={name}
          rows={3}
          aria-describedby={described}
          aria-invalid={error && ('true' as const)}
        >
          {typed?.values.get(name)}
        </textarea>
        <button type="submit">{words.submit}</button>
      </DecisionForm>
    </details>
  );
}

/** The second step by which an anonymous pledge is accepted by itself. */
const Alone = ({ of }: { of: DecisionsOf }) => {
  const old = of.rate?.is === 'too-old' ? of.rate : null;
  return (
    <details>
      <summary>{t.together.summary}</summary>
      <DecisionForm of={of} verb="accept" step="alone">
        <p>{t.together.warning}</p>
        <label class="tick">
          <input type="checkbox" name="alone" value="yes" required /> {t.together.confirm}
        </label>
        {old && <input type="hidden" name="useRateOf" value={old.on} />}
        <button type="submit">{old ? rates.acceptAlone(old.on) : t.together.submit}</button>
      </DecisionForm>
    </details>
  );
};

/** What may be decided, for who has the right to. */
export function Decisions({ of }: { of: DecisionsOf }) {
  const { frame, kind, verbs, isMute, rate, together, takesBack = false } = of;
  const tooOld = rate?.is === 'too-old' ? rate : null;
  if (!frame.rights.includes('decide')) return null;
  const yes = verbs.find((verb) => verb === 'publish' || verb === 'accept');
  return (
    <div class="decisions">
      {yes && !together?.dueAt && !(together && tooOld) && (
        <DecisionForm of={of} verb={yes}>
          {tooOld && <input type="hidden" name="useRateOf" value={tooOld.on} />}
          <button type="submit">{tooOld ? rates.accept(tooOld.on) : t.verbs[yes]}</button>
          {together && <p class="hint">{t.together.accept}</p>}
        </DecisionForm>
      )}
      {(['show', 'hide'] as const)
        .filter((verb) => verbs.includes(verb))
        .map((verb) => (
          <DecisionForm key={verb} of={of} verb={verb}>
            <button type="submit">{t.verbs[verb]}</button>
          </DecisionForm>
        ))}
      {together && <Alone of={of} />}
      {(['grant', 'refuse'] as const)
        .filter((verb) => verbs.includes(verb))
        .map((verb) => (
          <Said
            key={verb}
            of={of}
            verb={verb}
            name="reason"
            words={{ label: t.reject.label, submit: t.verbs[verb] }}
            hint={t.request.hint({ isMute, isPublic: takesBack && verb === 'grant' })}
          />
        ))}
      {verbs.includes('reject') && (kind === 'signature' || kind === 'pledge') && (
        <Said of={of} verb="reject" name="reason" words={t.reject} hint={t.reject.hint[kind]} />
      )}
      {verbs.includes('ask') && !isMute && (
        <Said of={of} verb="ask" name="question" words={t.ask} hint={t.ask.hint} />
      )}
      {verbs.includes('ask') && isMute && <p class="quiet">{t.ask.mute}</p>}
    </div>
  );
}

/** What was refused, on top; a link leads to its field. */
export function Refused({ again }: { again: Again | null }) {
  if (again === null) return null;
  const { object, verb, form } = again;
  const errors = form.errors.map(({ field, message }) => ({
    field: field === '' ? '' : fieldOf(object, verb),
    message,
  }));
  const label = verb === 'ask' ? t.ask.label : t.reject.label;
  const shown: FormState = {
    values: form.values,
    errors: errors.filter(({ field }) => field !== ''),
  };
  const whole = errors.filter(({ field }) => field === '');
  return (
    <>
      {whole.map(({ message }) => (
        <div class="errors" role="alert" tabIndex={-1} autofocus key={message}>
          <h2>{t.again}</h2>
          <p>{message}</p>
        </div>
      ))}
      <ErrorSummary form={shown} labelOf={() => label} t={en} />
    </>
  );
}

export const AskedBack = ({ asked, now }: { asked: Asked | null; now: Date }) =>
  asked === null ? null : (
    <div class="question">
      <p class="quiet">{t.askedBack(asked.at, now)}</p>
      <blockquote>{asked.question}</blockquote>
    </div>
  );
