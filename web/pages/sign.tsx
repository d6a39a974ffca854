import { Fields, labelIn } from '../components/form-fields.tsx';
import { Actions, FieldSet, type FormState, type Option } from '../components/form.tsx';
import { PledgeFields } from '../components/pledge-fields.tsx';
import { PledgeReview, SignatureReview } from '../components/review.tsx';
import { Stepper, TypedForm } from './form-page.tsx';
import { countries } from '../data/countries.ts';
import { NOTICE_VERSION } from '../../server/domain/signatory.ts';
import { TRAP } from '../forms/fields.ts';
import { webUrl } from '../components/link.tsx';
import type { FormFrame, PledgeKind, SignatureReading, PledgeReading } from '../data/forms.ts';
import { Own } from './frame.tsx';
import { sentWords, type Unsent } from './sign-in.tsx';
import { PLEDGE, pledgeNames } from '../forms/pledge.ts';
import { givesOf, SIGN_FIELDS, youNames } from '../forms/sign.ts';
import { t } from '../words.ts';

/** A step of signing. `form.values` holds the other steps' fields as well. */
export type SignPage = FormFrame & { form: FormState } & (
    | { step: 'you' }
    | { step: 'pledge'; kind: PledgeKind }
    | { step: 'review'; signature: SignatureReading; pledge: PledgeReading | null }
  );

type Gives = PledgeKind | 'nothing';

function stepsOf(step: SignPage['step'] | 'confirm', gives: Gives) {
  const { you, pledge, perhaps, review, confirm, published } = t.sign.steps;
  const isKnown = step === 'pledge' || step === 'review' || gives !== 'nothing';
  const hasPledge = !isKnown || gives !== 'nothing';
  const steps = [
    you,
    ...(hasPledge ? [isKnown ? pledge : perhaps] : []),
    review,
    confirm,
    published,
  ];
  const places = { you: 0, pledge: 1, review: hasPledge ? 2 : 1, confirm: hasPledge ? 3 : 2 };
  return { steps, current: places[step] };
}

export function SignView(page: SignPage) {
  const { step, form } = page;
  const gives = givesOf(form.values) ?? 'nothing';
  const { title, text } =
    step === 'you'
      ? { title: t.sign.title, text: t.sign.text(page.initiative.name) }
      : step === 'pledge'
        ? { title: t.pledgeForm.title[page.kind], text: t.pledgeForm.text[page.kind] }
        : t.sign.review;
  const shown = {
    you: youNames,
    pledge: gives === 'nothing' ? [] : pledgeNames(gives),
    review: [],
  };
  return (
    <Own
      title={title}
      current="sign"
      isLarge
      hasErrors={form.errors.length > 0}
      text={step === 'you' ? <SignedAlready text={text} gives={gives} /> : text}
      island={step === 'pledge' && page.kind === 'compute' ? 'pledge.js' : undefined}
    >
      <TypedForm
        action="/sign"
        form={form}
        step={step}
        shown={shown[step]}
        {...stepsOf(step, gives)}
        labelOf={(name) =>
          labelIn(t.sign.fields, name) ??
          (gives === 'nothing' ? null : labelIn(t.pledgeForm.fields[gives], name, PLEDGE))
        }
      >
        <Step page={page} />
      </TypedForm>
    </Own>
  );
}

const SignedAlready = ({ text, gives }: { text: string; gives: Gives }) => (
  <>
    {text} {t.sign.signedAlready}{' '}
    <a href={gives === 'nothing' ? '/sign-in' : `/sign-in?next=/pledge/${gives}`}>
      {t.signIn.title}
    </a>
    .
  </>
);

function Step({ page }: { page: SignPage }) {
  const { form } = page;
  if (page.step === 'you') return <You page={page} form={form} />;
  if (page.step === 'pledge') {
    return (
      <>
        <PledgeFields page={page} kind={page.kind} form={form} />
        <Actions go="next" text={t.forms.next}>
          <button type="submit" class="minor" name="go" value="you">
            {t.forms.back}
          </button>
        </Actions>
      </>
    );
  }
  return (
    <>
      <SignatureReview signature={page.signature} />
      {page.pledge && <PledgeReview pledge={page.pledge} />}
      {page.pledge && <p class="note">{t.pledgeForm.review.binding}</p>}
      <Actions go="send" text={t.sign.review.send(page.pledge !== null)} />
    </>
  );
}

function You({ page, form }: { page: FormFrame; form: FormState }) {
  const countryOptions: Option[] = [['', t.sign.noCountry], ...countries];
  return (
    <>
      {(['who', 'more', 'consent'] as const).map((section) => (
        <FieldSet title={t.sign.sections[section]} key={section}>
          <Fields
            fields={SIGN_FIELDS[section]}
            words={t.sign.fields}
            options={{ country: countryOptions }}
            after={{ notice: <Notice page={page} /> }}
            form={form}
          />
        </FieldSet>
      ))}
      <p class="unseen" aria-hidden="true">
        <label for={TRAP}>{t.sign.trap}</label>
        <input type="text" id={TRAP} name={TRAP} tabIndex={-1} autocomplete="off" />
      </p>
      <Actions go="next" text={t.forms.next} />
    </>
  );
}

function Notice({ page: { recipient } }: { page: FormFrame }) {
  const further = webUrl(recipient?.privacyNotice ?? null);
  return (
    <details class="notice" id="notice-text">
      <summary>{t.notice.title}</summary>
      {t.notice.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        {t.notice.version(NOTICE_VERSION)}{' '}
        {recipient?.contact && t.notice.contact(recipient.contact)}{' '}
        {further && (
          <a href={further.href} rel="noopener noreferrer">
            {t.notice.recipient}
          </a>
        )}
      </p>
    </details>
  );
}

/** The page after the form was sent, which is the same for everybody. */
export function SentView({ unsent }: { unsent: Unsent }) {
  const { next, noEmail, tooOld, another } = t.sign.sent;
  return (
    <Own {...sentWords(t.sign.sent, unsent)} current="sign" isLarge>
      <div class="form">
        <Stepper {...stepsOf('confirm', 'nothing')} />
        <ol class="next">
          {next.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p>
          {unsent === null ? noEmail : tooOld} <a href="/sign-in">{another}</a>.
        </p>
      </div>
    </Own>
  );
}
