import { besideOf } from '../data/countries.ts';
import { Hidden } from '../components/form.tsx';
import { Pager } from '../components/list.tsx';
import { StageBar } from '../components/bar.tsx';
import type { FormKeys, OwnPledge, OwnSignature, OwnSession } from '../data/me.ts';
import { Own, useOwnFrame } from './frame.tsx';
import { t } from '../words.ts';
import type { Listing } from '../data/pages.ts';
import type { Day } from '../../server/domain/day.ts';
import { Quotes } from '../components/signatories.tsx';

export interface MePage extends FormKeys {
  signature: OwnSignature;
  sessions: OwnSession[];
  pledges: OwnPledge[];
  list: Omit<Listing, 'found'>;
  canPay: boolean;
  isNew: boolean;
  today: Day;
}

export const Keys = ({ keys: { csrf, key } }: { keys: FormKeys }) => (
  <Hidden values={{ csrf, key }} />
);

interface ActProps {
  action: string;
  text: string;
  keys: FormKeys;
  hidden?: Record<string, string>;
}

export const Act = ({ action, text, keys, hidden = {} }: ActProps) => (
  <form class="act" method="post" action={action}>
    <Keys keys={keys} />
    <Hidden values={hidden} />
    <button class="link" type="submit">
      {text}
    </button>
  </form>
);

export function MeView(page: MePage) {
  const { signature } = page;
  return (
    <Own title={signature.name} text={statusOf(signature)} current="me">
      {page.isNew && <p>{t.me.thanks(page.pledges.length > 0)}</p>}
      <Pledges page={page} />
      <Signature page={page} />
      <Account page={page} />
    </Own>
  );
}

function statusOf({ status, review, publishedAt, public: isShown }: MePage['signature']): string {
  if (status === 'pending') return t.me.status.pending(review);
  if (status === 'published') return t.me.status.published(publishedAt, isShown);
  return t.me.status[status];
}

export const Question = ({ of }: { of: Pick<OwnPledge, 'question' | 'askedBackAt'> }) =>
  of.question === null ? null : (
    <div class="question">
      <p>{t.me.asks(of.askedBackAt)}</p>
      <blockquote>{of.question}</blockquote>
      <p class="quiet">{t.me.answer}</p>
    </div>
  );

function Pledges({ page }: { page: MePage }) {
  const { pledges, signature } = page;
  const { closed } = useOwnFrame().initiative;
  const mayPledge = !closed && ['pending', 'published'].includes(signature.status);
  return (
    <section class="own">
      <h2>{t.me.pledges}</h2>
      {pledges.length === 0 && <p class="quiet">{t.me.none}</p>}
      {pledges.length > 0 && (
        <ol class="pledges">
          {pledges.map((pledge) => (
            <Pledge key={pledge.line.ref} pledge={pledge} page={page} />
          ))}
        </ol>
      )}
      <Pager list={page.list} path="/me" query={{}} />
      {mayPledge && (
        <p class="after">
          <a href="/pledge/funding">{t.me.money}</a> <a href="/pledge/compute">{t.me.gpus}</a>
        </p>
      )}
    </section>
  );
}

export const openOf = ({ line: { stages } }: OwnPledge): bigint =>
  stages.pledged + stages.waiting + stages.committed;

/** The promised part, which the giver can withdraw alone. */
export const promisedOf = (pledge: OwnPledge): bigint => openOf(pledge) - pledge.agreed;

export const isPayable = (pledge: OwnPledge): boolean =>
  pledge.status === 'accepted' && pledge.line.kind === 'funding' && openOf(pledge) > 0n;

function Pledge({ pledge, page }: { pledge: OwnPledge; page: MePage }) {
  const frame = useOwnFrame();
  const { today, canPay } = page;
  const { line, status, asked, reason } = pledge;
  const { ref, asset, kind } = line;
  const due = pledge.instalments.find(({ outstanding }) => outstanding > 0n);
  return (
    <li>
      <p class="giver">
        <a href={`/me/pledges/${ref}`}>{t.subjectOf(line)}</a>
      </p>
      {status === 'accepted' && <StageBar pledge={line} height={14} />}
      <p class="standing">
        {status === 'accepted' ? t.standingText(line) : t.me.pledgeStatus[status]}
        {reason && ` ${reason}`}
      </p>
      {asked !== null && <p>{t.me.asked(t.quantityOf(asset, kind, asked))}</p>}
      {pledge.request && <p>{t.me.pledge.requests.waiting[pledge.request.kind]}</p>}
      <Question of={pledge} />
      {['pending', 'ready', 'accepted'].includes(status) && (
        <p class="quiet">{t.me.pledge.next(status, line, { ...frame, canPay })}</p>
      )}
      {status === 'accepted' && due && (
        <p class={due.dueOn < today ? 'late' : undefined}>
          {t.me.due(t.quantityOf(asset, kind, due.outstanding), due.dueOn, today)}
        </p>
      )}
      {canPay && isPayable(pledge) && (
        <p>
          <a href={`/me/pledges/${ref}/pay`}>{t.me.pledge.forms.pay.title}</a>
        </p>
      )}
    </li>
  );
}

function Signature({ page }: { page: MePage }) {
  const { signature } = page;
  const { kind, name, url, verifiedDomain } = signature;
  return (
    <section class="own">
      <h2>{t.me.signature}</h2>
      <Question of={signature} />
      <p>
        <b>{name}</b> {besideOf(signature, kind).join(', ')}
      </p>
      {url && (
        <p>
          <a href={url} rel="nofollow noopener">
            {url}
          </a>{' '}
          {verifiedDomain && <span class="quiet">{t.me.domain(verifiedDomain)}</span>}
        </p>
      )}
      <Quotes of={signature} />
      {signature.statementStatus && signature.statementStatus !== 'shown' && (
        <p class="quiet">{t.me.statement[signature.statementStatus]}</p>
      )}
      <p class="acts">
        {signature.status === 'withdrawn' ? (
          signature.consentedAt === null ? (
            <a href="/me/sign-again">{t.me.signingAgain.title}</a>
          ) : (
            <Act action="/me/sign-again" text={t.me.signingAgain.title} keys={page} />
          )
        ) : (
          <>
            <a href="/me/signature">{t.me.editing.title}</a>{' '}
            <a href="/me/withdraw">{t.me.withdrawal.title}</a>
          </>
        )}
      </p>
    </section>
  );
}

function Account({ page }: { page: MePage }) {
  const { signature, sessions } = page;
  return (
    <section class="own">
      <h2>{t.me.account}</h2>
      <p>
        {t.me.address}: {signature.email} <a href="/me/address">{t.me.newAddress.title}</a>
      </p>
      <h3>{t.me.sessions}</h3>
      <ul class="sessions">
        {sessions.map(({ id, browser, createdAt, seenAt, isThis }) => (
          <li key={id}>
            <span>
              {t.me.browser(browser)} {isThis && <b>({t.me.thisSession})</b>}
            </span>{' '}
            <span class="quiet">{t.me.session(createdAt, seenAt)}</span>{' '}
            {!isThis && <Act action={`/me/sessions/${id}/end`} text={t.me.end} keys={page} />}
          </li>
        ))}
      </ul>
      <div class="acts">
        <Act action="/me/sign-out" text={t.me.signOut} keys={page} />
        <span>
          {t.me.download}: <a href="/me/data.json">{t.me.json}</a>
        </span>
      </div>
    </section>
  );
}
