/** A signature in the queue, with what is known of it. */
import type { DeskSignature } from '../../data/desk.ts';
import { signatoryPath } from './parts.tsx';
import { t } from '../../words.ts';

/** Facts in one line, with a dot between. */
export const Facts = ({ of }: { of: (string | null | undefined | false)[] }) => (
  <p class="facts">{of.filter(Boolean).join(' · ')}</p>
);

/** The address as far as it may be seen, and what is known of it. */
export const addressText = ({ email, domain, confirmedAt }: DeskSignature): string => {
  if (domain === null) return t.queue.noAddress;
  return `${email ?? `${t.queue.addressHidden} (${domain})`}, ${t.queue.confirmed(confirmedAt)}`;
};

/** What is known of a signature. */
export function Signature({ signature, waits }: { signature: DeskSignature; waits: string }) {
  const { id, name, kind, role, affiliation, country, url, statement, isPublic } = signature;
  const isStatement = signature.status === 'published';
  const why = isStatement
    ? t.queue.statementWaits
    : (t.queue.review(signature.review) ?? t.queue.entered);
  return (
    <div class="known">
      <p class="head">
        <a href={signatoryPath(id)}>{name}</a> <span class="quiet">{t.queue.kinds[kind]}</span>{' '}
        <span class="quiet wait">{waits}</span>
      </p>
      <Facts of={[role, affiliation, country, !isPublic && t.queue.notPublic]} />
      <Facts of={[addressText(signature)]} />
      <Facts of={[url, signature.verifiedDomain && t.queue.verified(signature.verifiedDomain)]} />
      <p class="why">{why}</p>
      <Alike signature={signature} />
      {signature.waitingPledges > 0 && (
        <p class="facts">{t.queue.waitingPledges(signature.waitingPledges)}</p>
      )}
      {statement && <blockquote>{statement}</blockquote>}
    </div>
  );
}

/** How many others are like it, with the way to them. */
function Alike({ signature: { id, sameName, sameDomain, domain } }: { signature: DeskSignature }) {
  if (sameName === 0 && sameDomain === 0) return null;
  return (
    <p class="alike">
      {sameName > 0 && <a href={`${signatoryPath(id)}#same-name`}>{t.queue.sameName(sameName)}</a>}{' '}
      {sameDomain > 0 && domain !== null && (
        <a href={`${signatoryPath(id)}#same-domain`}>{t.queue.sameDomain(sameDomain, domain)}</a>
      )}
    </p>
  );
}
