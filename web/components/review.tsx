/** What was typed, read back before it is sent. */
import type { Messages } from '../messages/en.ts';
import type { PledgeReading, SignatureReading } from '../model-forms.ts';
import { WallEntry } from './signatories.tsx';

/** A signature as it will stand on the wall. */
export function SignatureReview({ signature, t }: { signature: SignatureReading; t: Messages }) {
  const words = t.sign.review;
  return (
    <section class="review">
      <h2>{words.signature}</h2>
      {signature.isPublic ? (
        <ul class="names">
          <WallEntry signatory={{ ...signature, verifiedDomain: null }} t={t} />
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
const unbroken = (sentence: string): string => sentence.replaceAll(/(?<=\d) (?=[A-Z%])/g, '\u00a0');

/** A pledge in one sentence, and what stands beside it. */
export function PledgeReview({ pledge, t }: { pledge: PledgeReading; t: Messages }) {
  const words = t.pledgeForm;
  const { provider, measuredBy, paidThrough, purchaseOrder, note } = pledge;
  const rows: [string, string | null | undefined][] = [
    [words.labels['provider']!, provider],
    [words.labels['measuredBy']!, words.measuredBy.find(({ value }) => value === measuredBy)?.text],
    [words.labels['paidThrough.kind']!, paidThrough?.name],
    [words.labels['purchaseOrder']!, purchaseOrder],
    [words.labels['note']!, note],
  ];
  const given = rows.filter(([, text]) => text);
  return (
    <section class="review">
      <h2>{words.review.pledge}</h2>
      <p class="reading">{unbroken(t.pledgeSentence(pledge))}</p>
      {given.length > 0 && (
        <dl class="terms">
          {given.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <Change to="pledge" text={words.review.change} />
    </section>
  );
}

const Change = ({ to, text }: { to: string; text: string }) => (
  <button type="submit" class="minor" name="go" value={to}>
    {text}
  </button>
);
