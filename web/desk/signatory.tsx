/** All that is known of one signatory, and what may be decided on it. */
import type { ComponentChildren } from 'preact';
import { fullDay, instant } from '../format.ts';
import { deskQueue as words } from '../messages/en-desk-queue.ts';
import { quantityOf, standingText, subjectOf } from '../messages/en-pledges.ts';
import type { Assets } from '../page.tsx';
import { renderDesk } from './frame.tsx';
import type { Alike, SignatoryPage, Verb } from './queue-model.ts';
import { AskedBack, Decisions, Refused, signatoryPath, statementSeen } from './queue-parts.tsx';
import { addressText } from './queue-signature.tsx';

const t = words.signatory;

const VERBS: Record<SignatoryPage['signature']['status'], readonly Verb[]> = {
  pending: ['publish', 'reject', 'ask'],
  published: ['reject'],
  withdrawn: ['reject'],
  rejected: [],
};

export function renderSignatory(page: SignatoryPage, assets: Assets): string {
  const { frame, signature, again, back, now, sameName, sameDomain } = page;
  const { id, status, isMute, asked, domain } = signature;
  const verbs = VERBS[status];
  return renderDesk({
    frame,
    title: signature.name,
    text: t.about(signature.kind, status),
    current: 'signatories',
    hasErrors: again !== null,
    assets,
    children: (
      <>
        <Refused again={again} />
        {verbs.length > 0 && frame.rights.includes('decide') && (
          <section class="own">
            <h2>{t.decide}</h2>
            <AskedBack asked={asked} now={now} />
            {status === 'published' && <p class="quiet">{words.reject.published}</p>}
            <Decisions
              of={{
                frame,
                object: id,
                kind: 'signature',
                verbs,
                looked: statementSeen(signature),
                isMute,
                back,
                again,
              }}
            />
          </section>
        )}
        <Facts signature={signature} />
        <Pledges page={page} />
        <Others id="same-name" title={t.sameName} of={sameName} all={signature.sameName} />
        <Others
          id="same-domain"
          title={t.sameDomain(domain ?? '')}
          of={sameDomain}
          all={signature.sameDomain}
        />
        <Trail page={page} />
      </>
    ),
  });
}

function Facts({ signature }: { signature: SignatoryPage['signature'] }) {
  const { url, verifiedDomain, publishedAt, consentedAt, notice, reason, status } = signature;
  const rows: [string, ComponentChildren][] = [
    [t.signed, instant(signature.createdAt)],
    [t.published, publishedAt && instant(publishedAt)],
    [t.why, status === 'pending' && (words.review(signature.review) ?? words.entered)],
    [t.reason, reason],
    [t.address, addressText(signature)],
    [t.consent, consentedAt && t.consentOf(notice, consentedAt)],
    [t.shown, signature.isPublic ? t.isShown : words.notPublic],
    [t.role, signature.role],
    [t.affiliation, signature.affiliation],
    [t.country, signature.country],
    [
      t.url,
      url && (
        <>
          <a href={url} rel="nofollow noopener noreferrer">
            {url}
          </a>{' '}
          {verifiedDomain && <span class="quiet">{words.verified(verifiedDomain)}</span>}
        </>
      ),
    ],
    [t.statement, signature.statement],
  ];
  return (
    <section class="own">
      <h2>{t.facts}</h2>
      <dl class="terms">
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

const Pledges = ({ page: { pledges } }: { page: SignatoryPage }) => (
  <section class="own">
    <h2>{t.pledges}</h2>
    {pledges.length === 0 && <p class="quiet">{t.noPledges}</p>}
    <ul class="lines">
      {pledges.map(({ line, status, asked }) => (
        <li key={line.ref}>
          <a href={`/admin/pledges/${line.ref}`}>{subjectOf(line)}</a>{' '}
          <span class="quiet">
            {status === 'accepted' ? standingText(line) : words.statuses[status]}
            {asked !== null && `; ${t.pledgeAsks(quantityOf(line.asset, line.kind, asked))}`}
          </span>
        </li>
      ))}
    </ul>
  </section>
);

interface OthersProps {
  id: string;
  title: string;
  of: Alike[];
  /** How many there are. */
  all: number;
}

const Others = ({ id, title, of, all }: OthersProps) =>
  all === 0 ? null : (
    <section class="own" id={id}>
      <h2>{title}</h2>
      <ul class="lines">
        {of.map((other) => (
          <li key={other.id}>
            <a href={signatoryPath(other.id)}>{other.name}</a>{' '}
            <span class="quiet">
              {[other.domain, words.statuses[other.status], fullDay(other.createdAt)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {all > of.length && <p class="quiet">{t.more(of.length)}</p>}
    </section>
  );

const Trail = ({ page: { trail } }: { page: SignatoryPage }) => (
  <section class="own">
    <h2>{t.trail}</h2>
    {trail.length === 0 && <p class="quiet">{t.noTrail}</p>}
    <ol class="lines">
      {trail.map((line, index) => (
        <li key={index}>{t.line(line)}</li>
      ))}
    </ol>
  </section>
);
