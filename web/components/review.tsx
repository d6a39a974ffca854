/** What was typed, read back before it is sent. */
import type { PledgeReading, SignatureReading } from '../model-forms.ts';
import { WallEntry } from './signatories.tsx';
import { t } from '../words.ts';

/** A signature as it will stand on the wall. */
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
      <p class="quiet">{words.mailTo(signature.email)}</p>
      <Change to="you" text={words.change} />
    </section>
  );
}

/** A number stays with what it counts, a day with its month. */
const unbroken = (sentence: string): string => sentence.replaceAll(/(?<=\d) (?=[A-Z])/g, '\u00a0');

/** What is said under each label, where anything is. */
function Terms({ rows }: { rows: [label: string, text: string | null | undefined][] }) {
  const given = rows.filter(([, text]) => text);
  if (given.length === 0) return null;
  return (
    <dl class="terms">
      {given.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A signature word by word, also what is not shown: for a reader who may not have typed it. */
export function SignatureFacts({ signature }: { signature: SignatureReading }) {
  const { labels, kinds, shown } = t.sign;
  const { kind, name, role, affiliation, url, country, statement, isPublic } = signature;
  const choice = shown.find(({ value }) => value === (isPublic ? 'yes' : 'no'));
  const rows: Record<string, string | null | undefined> = {
    kind: kinds.find(({ value }) => value === kind)?.text,
    name,
    role,
    affiliation,
    url,
    country,
    statement,
    public: choice && `${choice.text}. ${choice.hint}`,
  };
  return <Terms rows={Object.entries(rows).map(([field, text]) => [labels[field]!, text])} />;
}

/** A pledge in one sentence, and what stands beside it. */
export function PledgeFacts({ pledge }: { pledge: PledgeReading }) {
  const words = t.pledgeForm;
  const { provider, measuredBy, paidThrough, purchaseOrder, note } = pledge;
  return (
    <>
      <p class="reading">{unbroken(t.pledgeSentence(pledge))}</p>
      <Terms
        rows={[
          [words.labels['provider']!, provider],
          [
            words.labels['measuredBy']!,
            words.measuredBy.find(({ value }) => value === measuredBy)?.text,
          ],
          [words.labels['paidThrough.kind']!, paidThrough?.name],
          [words.labels['purchaseOrder']!, purchaseOrder],
          [words.labels['note']!, note],
        ]}
      />
    </>
  );
}

/** The same, to be read before it is sent. */
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
