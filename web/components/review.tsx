import type { ComponentChildren } from 'preact';
import { profileOf } from '../../server/domain/profile.ts';
import type { PledgeReading, SignatureReading } from '../data/forms.ts';
import { WallEntry } from './signatories.tsx';
import { t } from '../words.ts';

export function SignatureReview({ signature }: { signature: SignatureReading }) {
  const words = t.sign.review;
  return (
    <section class="review">
      <h2>{words.signature}</h2>
      {signature.isPublic ? (
        <ul class="names">
          <WallEntry signatory={{ ...signature, verifiedDomain: null }} />
        </ul>
      ) : (
        <p>{words.counted[signature.kind]}</p>
      )}
      <p class="quiet">{words.emailTo(signature.email, signature.news)}</p>
      <Change to="you" text={words.change} />
    </section>
  );
}

/** Keeps a number with its unit, and a day with its month. */
const unbroken = (sentence: string): string => sentence.replaceAll(/(?<=\d) (?=[A-Z])/g, '\u00a0');

interface TermsProps {
  /** Those without a text are left out. */
  rows: readonly (readonly [label: string, text: ComponentChildren])[];
  class?: string;
}

export function Terms({ rows, class: className = 'terms' }: TermsProps) {
  const given = rows.filter(([, text]) => text);
  if (given.length === 0) return null;
  return (
    <dl class={className}>
      {given.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Every field of a signature, for a reader who may not have typed it. */
export function SignatureFacts({ signature }: { signature: SignatureReading }) {
  const { fields } = t.sign;
  const { kind, name, isPublic } = signature;
  const choice = fields.public.choices.find(({ value }) => value === (isPublic ? 'yes' : 'no'));
  const rows: Partial<Record<keyof typeof fields, string | null | undefined>> = {
    kind: fields.kind.choices.find(({ value }) => value === kind)?.text,
    name,
    ...profileOf(signature),
    public: choice && `${choice.text}. ${choice.hint}`,
    news: signature.news ? fields.news.choices?.[0]?.text : null,
  };
  const said = Object.keys(rows) as (keyof typeof rows)[];
  return <Terms rows={said.map((field) => [fields[field].label, rows[field]])} />;
}

export function PledgeFacts({ pledge }: { pledge: PledgeReading }) {
  const { measuredBy: measured } = t.pledgeForm.fields.compute;
  const { 'paidThrough.kind': payer } = t.pledgeForm.fields.funding;
  const { details, measuredBy, paidThrough } = pledge;
  return (
    <>
      <p class="reading">{unbroken(t.pledgeSentence(pledge))}</p>
      <Terms
        rows={[
          ...t.pledgeForm.said(details, true),
          [measured.label, measured.choices.find(({ value }) => value === measuredBy)?.text],
          [payer.label, paidThrough?.name],
          ...t.pledgeForm.said(details, false),
        ]}
      />
    </>
  );
}

export function PledgeReview({ pledge }: { pledge: PledgeReading }) {
  const words = t.pledgeForm.review;
  return (
    <section class="review">
      <h2>{words.pledge}</h2>
      <PledgeFacts pledge={pledge} />
      <Change to="pledge" text={words.change} />
    </section>
  );
}

const Change = ({ to, text }: { to: string; text: string }) => (
  <button type="submit" class="minor" name="go" value={to}>
    {text}
  </button>
);
