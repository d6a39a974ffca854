import type { HomePage, Recipient } from '../data/home.ts';
import { WhatCounts } from './what-counts.tsx';
import { t } from '../words.ts';

export function Footer({ page }: { page: HomePage }) {
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
      <WhatCounts page={page} />
      {rates?.used && (
        <p class="quiet">
          {t.ratesOf(rates.on)} {rates.stale && <strong class="late">{t.staleRates}</strong>}
        </p>
      )}
      {initiative.recipient && <RecipientLine recipient={initiative.recipient} />}
    </footer>
  );
}

/** Who receives, in full: the line under the call has the name alone. */
function RecipientLine({ recipient }: { recipient: Recipient }) {
  const { registration, country, contact } = recipient;
  const further = [registration, country, contact].filter(Boolean).join(' · ');
  if (!further) return null;
  return (
    <p class="quiet">
      {t.recipient(recipient)} {further}
    </p>
  );
}
