import type { Messages } from '../messages/en.ts';
import type { HomePage, Recipient } from '../model.ts';
import { WhatCounts } from './what-counts.tsx';

export function Footer({ page, t }: { page: HomePage; t: Messages }) {
  const { asOf, rates, initiative } = page;
  return (
    <footer>
      <p class="updated">
        <span id="updated">{t.updated(asOf.at, asOf.size)}</span>{' '}
        <a href="/api/v1/progress">{t.download}</a>
      </p>
      <WhatCounts page={page} t={t} />
      <Check asOf={asOf} t={t} />
      {rates?.used && (
        <p class="quiet">
          {t.rates(rates.on)} {rates.stale && <strong class="late">{t.staleRates}</strong>}
        </p>
      )}
      {initiative.recipient && <RecipientLine recipient={initiative.recipient} t={t} />}
    </footer>
  );
}

function Check({ asOf, t }: { asOf: HomePage['asOf']; t: Messages }) {
  const [before, command, after] = t.check.verify('npm run verify');
  return (
    <details id="check-fold">
      <summary>{t.check.title}</summary>
      <div id="check">
        <p>{t.check.statement(asOf.size)}</p>
        <p>
          <code>{asOf.root}</code>
        </p>
        <p>
          <a href="/log/checkpoint">/log/checkpoint</a>: {t.check.note}
        </p>
        <p>
          <code>{asOf.verifierKey}</code>
        </p>
        <p>
          <a href="/api/v1/entries">/api/v1/entries</a>: {t.check.entries}
        </p>
        <p>
          <a href="/api/v1/movements">/api/v1/movements</a>: {t.check.movements}
        </p>
        <p>
          {before}
          <code>{command}</code>
          {after}
        </p>
      </div>
    </details>
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
