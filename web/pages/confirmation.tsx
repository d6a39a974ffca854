/** The confirmation of a payment: one sheet for its giver to keep. */
import type { Confirmation, ConfirmationLine } from '../data/confirmation.ts';
import { Own } from './frame.tsx';
import { t } from '../words.ts';

export function ConfirmationView(page: Confirmation) {
  const { ref, asset, undoneOn, refunds } = page;
  const words = t.confirmation;
  return (
    <Own title={words.title} text={words.lead(page.initiative)} current="me" isBelow>
      <section class="own sheet">
        {(undoneOn !== null || refunds.length > 0) && (
          <div class="question">
            {undoneOn !== null && (
              <p>
                <strong>{words.undone(undoneOn)}</strong>
              </p>
            )}
            {refunds.map((refund, index) => (
              <p key={index}>
                <strong>{words.refunded(asset, refund)}</strong>
              </p>
            ))}
          </div>
        )}
        <dl class="terms">
          {words
            .rows(page)
            .filter(([, text]) => text)
            .map(([label, text]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
        <p class="as-typed">{words.receiptLine(page.receiptText)}</p>
        <p class="controls quiet">
          {words.print} <a href={`/me/pledges/${ref}`}>{words.back}</a>
        </p>
      </section>
    </Own>
  );
}

/** The confirmations of a pledge's payments. */
export const Confirmations = ({
  of,
  line: { ref, asset },
}: {
  of: readonly ConfirmationLine[];
  line: { ref: string; asset: string };
}) =>
  of.length === 0 ? null : (
    <section class="own">
      <h2>{t.confirmation.list}</h2>
      <ul>
        {of.map(({ batch, on, quantity, isUndone }) => (
          <li key={batch}>
            <a href={`/me/pledges/${ref}/payments/${batch}`}>
              {t.confirmation.line(asset, quantity, on)}
            </a>
            {isUndone && <strong class="late"> {t.confirmation.isUndone}</strong>}
          </li>
        ))}
      </ul>
    </section>
  );
