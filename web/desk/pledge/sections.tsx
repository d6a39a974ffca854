import { creditorReference } from '../../../server/domain/creditor-reference.ts';
import { entryPath } from '../../components/changes.tsx';
import { Actions } from '../../components/form.tsx';
import { Instalments } from '../../components/schedule.tsx';
import { fullDay, inFours, instant } from '../../format.ts';
import { Fact } from '../../pages/pledge.tsx';
import { DeskKeys, useFrame, IfRight } from '../frame.tsx';
import type { DeskPledgePage } from './data.ts';
import { t } from '../../words.ts';

export const Private = ({ page }: { page: DeskPledgePage }) => (
  <dl class="terms">
    <Fact name={t.deskPledge.visibility}>{t.deskPledge.visibilities[page.visibility]}</Fact>
    {page.pledge.kind === 'funding' && (
      <Fact name={t.deskPledge.paymentRef}>
        {page.paymentRef}, {inFours(creditorReference(page.paymentRef))}
      </Fact>
    )}
    {t.pledgeForm.said(page.pledge.details, false).map(([label, text]) => (
      <Fact name={label} key={label}>
        <span class="as-typed">{text}</span>
      </Fact>
    ))}
    {page.offers.map(({ position, name, what, is }) => (
      <Fact name={t.offered.pledge.facts[is ?? 'became']} key={position}>
        <a href={`/admin/offered#offer-${position}`}>{what ?? name}</a>
      </Fact>
    ))}
    {page.reason && <Fact name={t.deskPledge.reason}>{page.reason}</Fact>}
    <Fact name={t.deskPledge.logged}>{instant(page.createdAt)}</Fact>
    {page.enteredFrom && (
      <IfRight right="decide">
        <Fact name={t.entry.from}>{page.enteredFrom}</Fact>
        <Fact name={t.entry.confirmed}>{t.entry.confirmedOn(page.giverConfirmedAt)}</Fact>
      </IfRight>
    )}
    {page.decided && (
      <Fact name={t.deskPledge.decided}>{t.deskPledge.decision(page.status, page.decided)}</Fact>
    )}
  </dl>
);

export const Schedule = ({ page }: { page: DeskPledgePage }) => (
  <section class="schedule wide">
    <h2>{t.me.pledge.instalments}</h2>
    <Instalments
      instalments={page.pledge.instalments}
      asset={page.pledge.asset}
      today={page.today}
      beyond={page.beyond}
      isUndecided={page.status === 'pending' || page.status === 'ready'}
    />
    {page.terms.length > 0 && <h3>{t.deskPledge.termsChanges}</h3>}
    <ul class="trail">
      {page.terms.map(({ seq, on, asset, difference }) => (
        <li key={seq}>
          <time datetime={on}>{fullDay(on)}</time>{' '}
          {t.termsClause(page.giver.name, asset, difference)}{' '}
          <a class="quiet" href={entryPath(seq)}>
            {t.deskPledge.entry(seq)}
          </a>
        </li>
      ))}
    </ul>
  </section>
);

export function Payments({ page }: { page: DeskPledgePage }) {
  const { payments, canMailLink, pledge } = page;
  const mayMail = canMailLink && useFrame().rights.includes('decide');
  if (payments.length === 0 && !mayMail) return null;
  return (
    <section class="wide">
      <h2>{t.payments.tabs.label}</h2>
      {payments.length === 0 && <p class="quiet">{t.payments.none}</p>}
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
          <DeskKeys />
          <p class="hint">{t.payments.pledge.hint}</p>
          <Actions text={t.payments.pledge.mail} />
        </form>
      )}
    </section>
  );
}
