/** What the queue and a signatory's page share: decisions as forms, and open questions. */
import type { ComponentChildren } from 'preact';
import type { RateAge } from '../../../server/domain/rate-age.ts';
import { idOf, type FormState } from '../../components/form.tsx';
import { DESK_PAGES, DeskKeys, useFrame } from '../frame.tsx';
import { Note, RefusedForm } from '../parts.tsx';
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
  tab: QueueTab;
  domain: string | null;
  counts: Record<QueueKind, number>;
  ready: Ready | null;
  /** What holds every new signature; null if nothing does. */
  held: 'server' | 'desk' | null;
  /** Whether daily updates of exchange rates are off and can be turned on at the desk. */
  canTurnOnRates: boolean;
  items: Waiting[];
  list: Omit<Listing, 'found'>;
  now: Date;
  /** The page to return to. */
  back: string;
  again: Again | null;
}

/** A form that was refused. */
export interface Again {
  object: string;
  verb: Verb;
  form: FormState;
}

export const headOf = (object: string): string => `head-${object}`;

/** Where an admin decides on it, unless too many wait before it. */
export const queuePath = (kind: QueueKind, object: string): string =>
  `${DESK_PAGES.queue.path}?kind=${kind}#${headOf(object)}`;

export const signatoryPath = (id: string): string => `/admin/signatories/${id}`;

export interface DecisionsOf {
  /** An id, or a pledge's reference. */
  object: string;
  kind: QueueKind;
  /** The id of its heading, which tells buttons of one name apart. */
  head?: string;
  verbs: readonly Verb[];
  /** What the admin saw, such as a pledge's revision: the decision holds only for that. */
  looked?: Record<string, string>;
  isMute: boolean;
  /** The rate that accepting uses. */
  rate?: RateAge | null;
  together?: WaitingPledge['together'];
  /** Granting withdraws an amount, so its reason is public. */
  takesBack?: boolean;
  back: string;
  again: Again | null;
}

/** Which statement the admin saw: it may change before the form is sent. */
export const statementSeen = ({ statementWaitsSince }: DeskSignature) => ({
  seen: statementWaitsSince?.toISOString() ?? '',
});

const pathOf = ({ kind, object }: DecisionsOf): string => {
  if (kind === 'signature') return signatoryPath(object);
  if (kind === 'statement') return `${signatoryPath(object)}/statement`;
  return `/admin/pledges/${object}${kind === 'request' ? '/requests' : ''}`;
};

interface FormProps {
  of: DecisionsOf;
  verb: Verb;
  /** Makes the key differ from that of another form with this verb. */
  step?: string;
  children: ComponentChildren;
}

/** Each form on the page has its own key. */
function DecisionForm({ of, verb, step = verb, children }: FormProps) {
  const { object, looked = {}, back } = of;
  return (
    <form method="post" action={`${pathOf(of)}/${verb}`}>
      <DeskKeys of={`${object}.${step}`} />
      <input type="hidden" name="back" value={back} />
      {Object.entries(looked).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** The name of the form's field, unique on the page. */
const fieldOf = (object: string, verb: Verb): string => `${verb}.${object}`;

const labelOf = (verb: Verb): string => (verb === 'ask' ? t.queue.ask : t.queue.reject).label;

/** A decision with a text, folded away. */
function Said({ of, verb, hint }: Pick<FormProps, 'of' | 'verb'> & { hint: string }) {
  const { object, again, head = headOf(object) } = of;
  const isQuestion = verb === 'ask';
  const typed = again?.object === object && again.verb === verb ? again.form : null;
  return (
    <details open={typed !== null}>
      <summary aria-describedby={head}>{t.queue.verbs[verb]}</summary>
      <DecisionForm of={of} verb={verb}>
        <Note
          id={idOf(fieldOf(object, verb))}
          name={isQuestion ? 'question' : 'reason'}
          words={{ label: labelOf(verb), hint }}
          rows={3}
          form={typed}
        />
        <button type="submit" aria-describedby={head}>
          {isQuestion ? t.queue.ask.submit : t.queue.verbs[verb]}
        </button>
      </DecisionForm>
    </details>
  );
}

/** Accepts an anonymous pledge alone, after a warning. */
const Alone = ({ of }: { of: DecisionsOf }) => {
  const head = of.head ?? headOf(of.object);
  const old = of.rate?.is === 'too-old' ? of.rate : null;
  return (
    <details>
      <summary aria-describedby={head}>{t.queue.together.summary}</summary>
      <DecisionForm of={of} verb="accept" step="alone">
        <p>{t.queue.together.warning}</p>
        <label class="tick">
          <input type="checkbox" name="alone" value="yes" required /> {t.queue.together.confirm}
        </label>
        {old && <input type="hidden" name="useRateOf" value={old.on} />}
        <button type="submit" aria-describedby={head}>
          {old ? t.rates.acceptAlone(old.on) : t.queue.together.submit}
        </button>
      </DecisionForm>
    </details>
  );
};

/** The decisions, if the admin has the right. */
export function Decisions({ of }: { of: DecisionsOf }) {
  const { kind, verbs, isMute, rate, together, takesBack = false } = of;
  const head = of.head ?? headOf(of.object);
  const tooOld = rate?.is === 'too-old' ? rate : null;
  if (!useFrame().rights.includes('decide')) return null;
  const yes = verbs.find((verb) => verb === 'publish' || verb === 'accept');
  return (
    <div class="decisions">
      {yes && !together?.dueAt && !(together && tooOld) && (
        <DecisionForm of={of} verb={yes}>
          {tooOld && <input type="hidden" name="useRateOf" value={tooOld.on} />}
          <button type="submit" aria-describedby={head}>
            {tooOld ? t.rates.accept(tooOld.on) : t.queue.verbs[yes]}
          </button>
          {together && <p class="hint">{t.queue.together.accept}</p>}
        </DecisionForm>
      )}
      {(['show', 'hide'] as const)
        .filter((verb) => verbs.includes(verb))
        .map((verb) => (
          <DecisionForm key={verb} of={of} verb={verb}>
            <button type="submit" aria-describedby={head}>
              {t.queue.verbs[verb]}
            </button>
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
            hint={t.queue.request.hint({ isMute, isPublic: takesBack && verb === 'grant' })}
          />
        ))}
      {verbs.includes('reject') && (kind === 'signature' || kind === 'pledge') && (
        <Said of={of} verb="reject" hint={t.queue.reject.hint[kind]} />
      )}
      {verbs.includes('ask') && !isMute && <Said of={of} verb="ask" hint={t.queue.ask.hint} />}
      {verbs.includes('ask') && isMute && <p class="quiet">{t.queue.ask.mute}</p>}
    </div>
  );
}

/** A decision that was refused. */
export function Refused({ again }: { again: Again | null }) {
  if (again === null) return null;
  const { object, verb, form } = again;
  const errors = form.errors.map(({ field, message }) => ({
    field: field && fieldOf(object, verb),
    message,
  }));
  return <RefusedForm form={{ ...form, errors }} labelOf={(name) => name && labelOf(verb)} />;
}

export const AskedBack = ({ asked, now }: { asked: Asked | null; now: Date }) =>
  asked === null ? null : (
    <div class="question">
      <p class="quiet">{t.queue.askedBack(asked.at, now)}</p>
      <blockquote>{asked.question}</blockquote>
    </div>
  );
