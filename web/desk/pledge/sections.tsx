import { creditorReference } from '../../../server/domain/creditor-reference.ts';
import { entryPath } from '../../components/changes.tsx';
import { Actions } from '../../components/form.tsx';
import { Instalments } from '../../components/schedule.tsx';
import { fullDay, inFours, instant } from '../../format.ts';
import { Terms } from '../../components/review.tsx';
import { DeskKeys, useFrame } from '../frame.tsx';
import type { DeskPledgePage } from './data.ts';
import { t } from '../../words.ts';
import { Section } from '../parts.tsx';

export function Private({ page }: { page: DeskPledgePage }) {
  const words = t.deskPledge;
  const { pledge, paymentRef, decided } = page;
  const isSeen = useFrame().rights.includes('decide') && page.enteredFrom;
  return (
    <Terms
      rows={[
        [words.visibility, words.visibilities[page.visibility]],
        [
          words.paymentRef,
          pledge.kind === 'funding' && `${paymentRef}, ${inFours(creditorReference(paymentRef))}`,
        ],
        ...t.pledgeForm
          .said(pledge.details, false)
          .map(([label, text]) => [label, <span class="as-typed">{text}</span>] as const),
        ...page.offers.map(
          ({ position, name, what, is }) =>
            [
              t.offered.pledge.facts[is ?? 'became'],
              <a href={`/admin/offered#offer-${position}`}>{what ?? name}</a>,
            ] as const,
        ),
        [words.reason, page.reason],
        [words.logged, instant(page.createdAt)],
        [t.entry.from, isSeen],
        [t.entry.confirmed, isSeen && t.entry.confirmedOn(page.giverConfirmedAt)],
        [words.decided, decided && words.decision(page.status, decided)],
      ]}
    />
  );
}

export const Schedule = ({ page }: { page: DeskPledgePage }) => (
  <Section class="schedule wide" title={t.me.pledge.instalments}>
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
  </Section>
);

export function Payments({ page }: { page: DeskPledgePage }) {
  const { payments, canMailLink, pledge } = page;
  const mayMail = canMailLink && useFrame().rights.includes('decide');
  if (payments.length === 0 && !mayMail) return null;
  return (
    <Section class="wide" title={t.payments.tabs.label}>
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
    </Section>
  );
}
