import type { Messages } from '../messages/en.ts';
import type { HomePage, Recipient } from '../model.ts';
import { WhatCounts } from './what-counts.tsx';

export function Footer({ page, t }: { page: HomePage; t: Messages }) {
  const { asOf, rates, initiative } = page;
  return (
    <footer>
      <p class="updated">
        <span id="updated">{t.updated(asOf.at, asOf.size)}</span>{' '}
        <a href="/ledger#check">{t.check.title}</a>{' '}
        <span>
          {t.lists.download} <a href="/data/pledges.csv">{t.lists.csv}</a>{' '}
          <a href="/api/v1/progress">{t.lists.json}</a> <a href="/docs">{t.lists.api}</a>
        </span>
      </p>
      <WhatCounts page={page} t={t} />
      {rates?.used && (
        <p class="quiet">
          {t.rates(rates.on)} {rates.stale && <strong class="late">{t.staleRates}</strong>}
        </p>
      )}
      {initiative.recipient && <RecipientLine recipient={initiative.recipient} t={t} />}
    </footer>
  );
}

/** Who receives, in full: the line under the call has the name alone. */
function RecipientLine({ recipient, t }: { recipient: Recipient; t: Messages }) {
  const { registration, country, contact } = recipient;
  const further = [registration, country, contact].filter(Boolean).join(' · ');
  if (!further) return null;
  return (
    <p class="quiet">
      {t.recipient(recipient)} {further}
    </p>
  );
}
