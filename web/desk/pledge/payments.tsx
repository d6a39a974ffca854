/** What was paid of a pledge through Stripe, and the link by which its giver can pay it. */
import { fullDay } from '../../format.ts';
import { DeskKeys } from '../frame.tsx';
import type { DeskPledgePage } from './data.ts';
import { t } from '../../words.ts';

export function Payments({ page }: { page: DeskPledgePage }) {
  const { payments, canMailLink, frame, pledge } = page;
  const mayMail = canMailLink && frame.rights.includes('decide');
  if (payments.length === 0 && !mayMail) return null;
  return (
    <section class="wide">
      <h2>{t.payments.pledge.title}</h2>
      {payments.length === 0 && <p class="quiet">{t.payments.pledge.none}</p>}
      <ul class="lines">
        {payments.map(({ code, amountMinor, currency, status, createdAt, paidAt, flags }) => (
          <li key={code}>
            <a href={`/admin/payments/${code}`}>{t.payments.amountOf(amountMinor, currency)}</a>{' '}
            <span class="quiet">
              {t.payments.statuses[status]}, {fullDay(paidAt ?? createdAt)}
            </span>{' '}
            {flags.length > 0 && (
              <strong class="late">{flags.map((flag) => t.payments.flags[flag]).join(', ')}</strong>
            )}
          </li>
        ))}
      </ul>
      {mayMail && (
        <form class="form" method="post" action={`/admin/pledges/${pledge.ref}/pay-link`}>
          <DeskKeys frame={frame} />
          <p class="hint">{t.payments.pledge.hint}</p>
          <p class="actions">
            <button type="submit">{t.payments.pledge.mail}</button>
          </p>
        </form>
      )}
    </section>
  );
}
