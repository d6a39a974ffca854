/** What the queue and the page of a signatory share: decisions as forms, and what was asked back. */
import type { ComponentChildren } from 'preact';
import type { RateAge } from '../../../server/domain/rate-age.ts';
import { ErrorSummary, idOf, type FormState } from '../../components/form.tsx';
import { DeskKeys, type DeskFrame } from '../frame.tsx';
import { Note, Refusal } from '../parts.tsx';
import type {
  Asked,
  DeskSignature,
  QueueKind,
  Verb,
  WaitingPledge,
  QueueTab,
  Ready,
  Waiting,
} from '../../data/desk.ts';
import { t } from '../../words.ts';
import type { Listing } from '../../data/pages.ts';

export interface QueuePage {
  frame: DeskFrame;
  tab: QueueTab;
  domain: string | null;
  counts: Record<QueueKind, number>;
  ready: Ready | null;
  /** What holds every new signature, if anything does. */
  held: 'server' | 'desk' | null;
  /** Whether daily updates of exchange rates are off and can be turned on at the desk. */
  canTurnOnRates: boolean;
  /** What whoever runs the server should know. */
  warnings: string[];
  items: Waiting[];
  list: Omit<Listing, 'found'>;
  now: Date;
  /** Where its forms come back to. */
  back: string;
  again: Again | null;
}

/** A form that was refused: whose, which one, and what is wrong. */
export interface Again {
  object: string;
  verb: Verb;
  form: FormState;
}

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
  /** Of an anonymous pledge (model.ts). */
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
  return (
    <details open={typed !== null}>
      <summary>{t.queue.verbs[verb]}</summary>
      <DecisionForm of={of} verb={verb}>
        <Note
          id={idOf(fieldOf(object, verb))}
          name={name}
          words={{ label: words.label, hint }}
          rows={3}
          form={typed}
        />
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
      <summary>{t.queue.together.summary}</summary>
      <DecisionForm of={of} verb="accept" step="alone">
        <p>{t.queue.together.warning}</p>
        <label class="tick">
          <input type="checkbox" name="alone" value="yes" required /> {t.queue.together.confirm}
        </label>
        {old && <input type="hidden" name="useRateOf" value={old.on} />}
        <button type="submit">{old ? t.rates.acceptAlone(old.on) : t.queue.together.submit}</button>
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
          <button type="submit">{tooOld ? t.rates.accept(tooOld.on) : t.queue.verbs[yes]}</button>
          {together && <p class="hint">{t.queue.together.accept}</p>}
        </DecisionForm>
      )}
      {(['show', 'hide'] as const)
        .filter((verb) => verbs.includes(verb))
        .map((verb) => (
          <DecisionForm key={verb} of={of} verb={verb}>
            <button type="submit">{t.queue.verbs[verb]}</button>
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
            words={{ label: t.queue.reject.label, submit: t.queue.verbs[verb] }}
            hint={t.queue.request.hint({ isMute, isPublic: takesBack && verb === 'grant' })}
          />
        ))}
      {verbs.includes('reject') && (kind === 'signature' || kind === 'pledge') && (
        <Said
          of={of}
          verb="reject"
          name="reason"
          words={t.queue.reject}
          hint={t.queue.reject.hint[kind]}
        />
      )}
      {verbs.includes('ask') && !isMute && (
        <Said of={of} verb="ask" name="question" words={t.queue.ask} hint={t.queue.ask.hint} />
      )}
      {verbs.includes('ask') && isMute && <p class="quiet">{t.queue.ask.mute}</p>}
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
  const label = verb === 'ask' ? t.queue.ask.label : t.queue.reject.label;
  const shown: FormState = {
    values: form.values,
    errors: errors.filter(({ field }) => field !== ''),
  };
  const whole = errors.filter(({ field }) => field === '');
  return (
    <>
      {whole.map(({ message }) => (
        <Refusal key={message} title={t.queue.again} text={message} />
      ))}
      <ErrorSummary form={shown} labelOf={() => label} />
    </>
  );
}

export const AskedBack = ({ asked, now }: { asked: Asked | null; now: Date }) =>
  asked === null ? null : (
    <div class="question">
      <p class="quiet">{t.queue.askedBack(asked.at, now)}</p>
      <blockquote>{asked.question}</blockquote>
    </div>
  );
