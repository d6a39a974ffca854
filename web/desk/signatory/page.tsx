import type { ComponentChildren } from 'preact';
import { PROFILE_FIELDS } from '../../../server/domain/profile.ts';
import { Terms } from '../../components/review.tsx';
import { fullDay, instant } from '../../format.ts';
import { Desk, DeskKeys, IfRight, useFrame } from '../frame.tsx';
import type { Alike, Verb, DeskSignature, PledgeStatus } from '../../data/desk.ts';
import {
  AskedBack,
  Decisions,
  Refused,
  signatoryPath,
  statementSeen,
  type Again,
} from '../queue/parts.tsx';
import { Act, Section } from '../parts.tsx';
import { AdminNote } from '../entry/note.tsx';
import { addressText } from '../queue/items.tsx';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';
import type { PledgeLine } from '../../data/pages.ts';
import type { TrailLine } from '../../../server/domain/audit-trail.ts';

export interface SignatoryPage {
  signature: DeskSignature & {
    publishedAt: Date | null;
    consentedAt: Date | null;
    firstAt: Date | null;
    notice: string | null;
    reason: string | null;
    enteredFrom: string | null;
    adminNote: string | null;
    contactName: string | null;
    contactEmail: string | null;
  };
  /** Newest first; `asked` is the new total that the giver asks for. */
  pledges: {
    line: PledgeLine;
    status: PledgeStatus;
    asked: bigint | null;
  }[];
  /** The id of the record that this one is joined to. */
  joinedTo: string | null;
  /** Names that it signed under before. */
  earlier: string[];
  sameName: Alike[];
  sameDomain: Alike[];
  trail: TrailLine[];
  now: Date;
  back: string;
  again: Again | null;
}

const VERBS: Record<SignatoryPage['signature']['status'], readonly Verb[]> = {
  pending: ['publish', 'reject', 'ask'],
  published: ['reject'],
  withdrawn: ['reject'],
  rejected: [],
};

export function SignatoryView(page: SignatoryPage) {
  const words = t.queue.signatory;
  const { signature, again, now, sameName, sameDomain, joinedTo } = page;
  const { id, status, isMute, asked, domain } = signature;
  const verbs = VERBS[status];
  const { rights } = useFrame();
  const joinAt = rights.includes('decide') ? `${signatoryPath(id)}/join` : null;
  return (
    <Desk
      title={signature.name}
      text={words.about(signature.kind, status)}
      current="signatories"
      hasErrors={again !== null}
    >
      <Refused again={again} />
      {verbs.length > 0 && rights.includes('decide') && (
        <Section title={words.decide}>
          <AskedBack asked={asked} now={now} />
          {status === 'published' && <p class="quiet">{t.queue.reject.published}</p>}
          <Decisions
            of={{
              ...page,
              object: id,
              kind: 'signature',
              verbs,
              head: 'title',
              looked: statementSeen(signature),
              isMute,
            }}
          />
        </Section>
      )}
      {joinedTo !== null && joinAt !== null && (
        <section class="own">
          <p>
            <a href={signatoryPath(joinedTo)}>{t.entry.part.joined}</a> {t.entry.part.text}
          </p>
          <Act action={`${signatoryPath(id)}/part`} text={t.entry.part.submit} />
        </section>
      )}
      <Facts page={page} />
      <IfRight right="decide">
        <First page={page} />
      </IfRight>
      <AdminNote text={signature.adminNote} path={signatoryPath(id)} />
      <Pledges page={page} />
      <Others
        id="same-name"
        title={words.sameName}
        of={sameName}
        all={signature.sameName}
        joinAt={joinAt}
      />
      <Others
        id="same-domain"
        title={words.sameDomain(domain ?? '')}
        of={sameDomain}
        all={signature.sameDomain}
        joinAt={joinAt}
      />
      <Trail page={page} />
    </Desk>
  );
}

function First({ page: { signature } }: { page: SignatoryPage }) {
  const { firstAt, status, isPublic, id } = signature;
  if (firstAt === null && !(status === 'published' && isPublic)) return null;
  return (
    <form class="form" method="post" action={`${signatoryPath(id)}/first`}>
      <DeskKeys />
      <button class="minor" name="first" value={firstAt === null ? 'yes' : 'no'}>
        {firstAt === null ? t.queue.signatory.first : t.queue.signatory.notFirst}
      </button>
    </form>
  );
}

const contactOf = ({ contactName, contactEmail }: SignatoryPage['signature']): string =>
  [contactName, contactEmail].filter(Boolean).join(', ');

function Facts({ page: { signature, earlier } }: { page: SignatoryPage }) {
  const words = t.queue.signatory;
  const { url, verifiedDomain, publishedAt, consentedAt, notice, reason, status } = signature;
  const website = url && (
    <>
      <a href={url} rel="nofollow noopener noreferrer">
        {url}
      </a>{' '}
      {verifiedDomain && <span class="quiet">{t.queue.verified(verifiedDomain)}</span>}
    </>
  );
  const rows: [string, ComponentChildren][] = [
    [words.signed, instant(signature.createdAt)],
    [t.entry.earlier, earlier.join(', ')],
    [words.published, publishedAt && instant(publishedAt)],
    [words.why, status === 'pending' && (t.queue.review(signature.review) ?? t.queue.entered)],
    [words.reason, reason],
    [words.address, addressText(signature)],
    [t.entry.contact, contactOf(signature)],
    [t.entry.from, signature.enteredFrom],
    [words.consent, consentedAt && words.consentOf(notice, consentedAt)],
    [words.shown, signature.isPublic ? words.isShown : t.queue.notPublic],
    ...PROFILE_FIELDS.map((field): [string, ComponentChildren] => [
      t.sign.fields[field].label,
      field === 'url' ? website : signature[field],
    ]),
  ];
  return (
    <Section title={words.facts}>
      <Terms rows={rows} />
      {(status === 'pending' || status === 'published') && (
        <IfRight right="decide">
          <p class="after">
            <a href={`${signatoryPath(signature.id)}/correct`}>{t.entry.correct.link}</a>{' '}
            <a href={`${signatoryPath(signature.id)}/join`}>{t.entry.join.link}</a>
          </p>
        </IfRight>
      )}
    </Section>
  );
}

const Pledges = ({ page: { pledges, signature } }: { page: SignatoryPage }) => (
  <Section title={t.queue.signatory.pledges}>
    {pledges.length === 0 && <p class="quiet">{t.queue.signatory.noPledges}</p>}
    <ul class="lines">
      {pledges.map(({ line, status, asked }) => (
        <li key={line.ref}>
          <a href={`/admin/pledges/${line.ref}`}>{t.subjectOf(line)}</a>{' '}
          <span class="quiet">
            {status === 'accepted' ? t.standingText(line) : t.queue.statuses[status]}
            {asked !== null &&
              `; ${t.queue.signatory.pledgeAsks(t.quantityOf(line.asset, line.kind, asked))}`}
          </span>
        </li>
      ))}
    </ul>
    {!useFrame().initiative.closed &&
      (signature.status === 'pending' || signature.status === 'published') && (
        <IfRight right="decide">
          <p class="after">
            {(['funding', 'compute'] as const).map((kind) => (
              <>
                <a href={`/admin/pledges/new?signatory=${signature.id}&kind=${kind}`}>
                  {t.entry.pledge.link[kind]}
                </a>{' '}
              </>
            ))}
          </p>
        </IfRight>
      )}
  </Section>
);

interface OthersProps {
  id: string;
  title: string;
  of: Alike[];
  all: number;
  /** Where another record is joined to this one. */
  joinAt: string | null;
}

const Others = ({ id, title, of, all, joinAt }: OthersProps) =>
  all === 0 ? null : (
    <Section id={id} title={title}>
      <ul class="lines">
        {of.map((other) => (
          <li key={other.id}>
            <a href={signatoryPath(other.id)}>{typed(other.name)}</a>{' '}
            <span class="quiet">
              {[other.domain, t.queue.statuses[other.status], fullDay(other.createdAt)]
                .filter(Boolean)
                .join(', ')}
            </span>{' '}
            {joinAt && <a href={`${joinAt}?other=${other.id}`}>{t.entry.join.one}</a>}
          </li>
        ))}
      </ul>
      {all > of.length && <p class="quiet">{t.queue.signatory.more(of.length)}</p>}
    </Section>
  );

const Trail = ({ page: { trail } }: { page: SignatoryPage }) => (
  <Section title={t.queue.signatory.trail}>
    {trail.length === 0 && <p class="quiet">{t.queue.signatory.noTrail}</p>}
    <ol class="lines">
      {trail.map((line, index) => (
        <li key={index}>{t.queue.signatory.line(line)}</li>
      ))}
    </ol>
  </Section>
);
