import { PledgeFacts, SignatureFacts } from '../components/review.tsx';
import { Actions, ErrorSummary, Field, Hidden, type FormState } from '../components/form.tsx';
import type { PledgeReading, SignatureReading } from '../data/forms.ts';
import { Own, useOwnFrame } from './frame.tsx';
import { t } from '../words.ts';

interface SignInPage {
  /** `values`: `email`, `next` and the form's `key`. */
  form: FormState;
}

export function SignInView({ form }: SignInPage) {
  return (
    <Own
      title={t.signIn.title}
      text={t.signIn.text}
      current="me"
      isBelow
      hasErrors={form.errors.length > 0}
    >
      <form class="form" method="post" action="/sign-in" novalidate>
        <ErrorSummary form={form} labelOf={(name) => (name === 'email' ? t.signIn.email : null)} />
        <Hidden values={{ next: form.values.get('next'), key: form.values.get('key') }} />
        <Field
          name="email"
          label={t.signIn.email}
          hint={t.signIn.hint}
          form={form}
          input={{ inputMode: 'email', autocomplete: 'email', spellcheck: false }}
        />
        <Actions text={t.signIn.submit}>
          {!useOwnFrame().initiative.closed && (
            <span>
              {t.signIn.notSigned} <a href="/sign">{t.sign.title}</a>
            </span>
          )}
        </Actions>
      </form>
    </Own>
  );
}

/** Where an email is that no mail server took; null with one. */
export type Unsent = 'log' | 'outbox' | null;

export const sentWords = ({ title, text }: { title: string; text: string }, unsent: Unsent) =>
  unsent === null ? { title, text } : t.signIn.sent.unsent[unsent];

interface LinkSentPage {
  /** The address, which only its owner may learn; else null. */
  to: string | null;
  unsent: Unsent;
}

export function LinkSentView({ to, unsent }: LinkSentPage) {
  const { title, text, again, link } = t.signIn.sent;
  return (
    <Own
      {...sentWords({ title, text: to === null ? text : t.signIn.sent.to(to) }, unsent)}
      current="me"
      isBelow
    >
      {to === null && unsent === null && (
        <p class="after">
          {again} <a href="/sign-in">{link}</a>.
        </p>
      )}
    </Own>
  );
}

interface LinkPage {
  purpose: 'confirm' | 'sign-in' | 'address';
  name: string;
  address: string | null;
  signUp: { signature: SignatureReading; pledge: PledgeReading | null } | null;
  token: string;
  key: string;
}

/** Only the button acts, because programs that read emails open links. */
export function LinkView(page: LinkPage) {
  const { purpose, name, address, signUp, token, key } = page;
  const words = t.confirmPage[purpose];
  return (
    <Own title={words.title} text={words.text(name, address ?? '')} current="me" isBelow>
      <form class="form" method="post" action="/confirm">
        <Hidden values={{ token, key }} />
        {signUp && (
          <section class="review">
            <SignatureFacts signature={signUp.signature} />
          </section>
        )}
        {signUp?.pledge && (
          <section class="review">
            <h2>{t.confirmPage.confirm.andPledge}</h2>
            <PledgeFacts pledge={signUp.pledge} />
          </section>
        )}
        <Actions text={signUp?.pledge ? t.confirmPage.confirm.submitBoth : words.title} />
        {purpose === 'confirm' && <p class="quiet after">{t.confirmPage.confirm.note}</p>}
      </form>
    </Own>
  );
}

export const SpentLinkView = () => (
  <Own title={t.confirmPage.spent.title} text={t.confirmPage.spent.text} current="me" isBelow>
    <p class="after">
      <a href="/sign-in">{t.confirmPage.spent.submit}</a>
    </p>
  </Own>
);
