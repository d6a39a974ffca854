/** A signatory's own page: the signature, the pledges, and where it is signed in. */
import { Pager } from './components/list.tsx';
import { StageBar } from './components/stage-bar.tsx';
import { en } from './messages/en.ts';
import { quantityOf, standingText, subjectOf } from './messages/en-pledges.ts';
import type { FormKeys, MePage, OwnPledge } from './model-me.ts';
import { renderOwn } from './own.tsx';
import type { Assets } from './page.tsx';

const t = en.me;

/** The fields that each form of a signatory carries. */
export const Keys = ({ keys: { csrf, key } }: { keys: FormKeys }) => (
  <>
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="key" value={key} />
  </>
);

/** One button that does one thing. */
export const Act = ({ action, text, keys }: { action: string; text: string; keys: FormKeys }) => (
  <form class="act" method="post" action={action}>
    <Keys keys={keys} />
    <button class="link" type="submit">
      {text}
    </button>
  </form>
);

export function renderMe(page: MePage, assets: Assets): string {
  const { frame, signature } = page;
  return renderOwn({
    frame,
    title: signature.name,
    text: statusOf(signature),
    current: 'me',
    assets,
    children: (
      <>
        {page.isNew && <p>{t.thanks(page.pledges.length > 0)}</p>}
        <Pledges page={page} />
        <Signature page={page} />
        <Account page={page} />
      </>
    ),
  });
}

function statusOf({ status, review, publishedAt, public: isShown }: MePage['signature']): string {
  if (status === 'pending') return t.status.pending(review);
  if (status === 'published') return t.status.published(publishedAt, isShown);
  return t.status[status];
}

/** What an admin asks back, and how it is answered. */
export const Question = ({
  of: { question, askedBackAt },
}: {
  of: Pick<OwnPledge, 'question' | 'askedBackAt'>;
}) =>
  question === null ? null : (
    <div class="question">
      <p>{t.asks(askedBackAt)}</p>
      <blockquote>{question}</blockquote>
      <p class="quiet">{t.answer}</p>
    </div>
  );

function Pledges({ page }: { page: MePage }) {
  const { pledges, frame, signature } = page;
  const mayPledge = !frame.initiative.closed && ['pending', 'published'].includes(signature.status);
  return (
    <section class="own">
      <h2>{t.pledges}</h2>
      {pledges.length === 0 && <p class="quiet">{t.none}</p>}
      {pledges.length > 0 && (
        <ol class="pledges">
          {pledges.map((pledge) => (
            <Pledge key={pledge.line.ref} pledge={pledge} page={page} />
          ))}
        </ol>
      )}
      <Pager list={page.list} path="/me" query={{}} t={en} />
      {mayPledge && (
        <p class="after">
          <a href="/pledge/funding">{t.money}</a> <a href="/pledge/compute">{t.gpus}</a>
        </p>
      )}
    </section>
  );
}

/** What is outstanding. */
export const openOf = ({ line: { stages } }: OwnPledge): bigint =>
  stages.pledged + stages.waiting + stages.committed;

/** What of that is only promised: its giver can take it back alone. */
export const promisedOf = (pledge: OwnPledge): bigint => openOf(pledge) - pledge.agreed;

/** Whether anything of a pledge is to be paid. */
export const isPayable = (pledge: OwnPledge): boolean =>
  pledge.status === 'accepted' && pledge.line.kind === 'funding' && openOf(pledge) > 0n;

function Pledge({ pledge, page }: { pledge: OwnPledge; page: MePage }) {
  const { today, frame, canPay } = page;
  const { line, status, asked, reason } = pledge;
  const { ref, asset, kind } = line;
  const due = pledge.instalments.find(({ outstanding }) => outstanding > 0n);
  return (
    <li>
      <p class="giver">
        <a href={`/me/pledges/${ref}`}>{subjectOf(line)}</a>
      </p>
      {status === 'accepted' && <StageBar pledge={line} height={14} />}
      <p class="standing">
        {status === 'accepted' ? standingText(line) : t.pledgeStatus[status]}
        {reason && ` ${reason}`}
      </p>
      {asked !== null && <p>{t.asked(quantityOf(asset, kind, asked))}</p>}
      {pledge.request && <p>{t.pledge.requests.waiting[pledge.request.kind]}</p>}
      <Question of={pledge} />
      {['pending', 'ready', 'accepted'].includes(status) && (
        <p class="quiet">{t.pledge.next(status, line, { ...frame, canPay })}</p>
      )}
      {status === 'accepted' && due && (
        <p class={due.dueOn < today ? 'late' : undefined}>
          {t.due(quantityOf(asset, kind, due.outstanding), due.dueOn, today)}
        </p>
      )}
      {canPay && isPayable(pledge) && (
        <p>
          <a href={`/me/pledges/${ref}/pay`}>{t.pledge.forms.pay.title}</a>
        </p>
      )}
    </li>
  );
}

function Signature({ page }: { page: MePage }) {
  const { signature } = page;
  const { kind, role, affiliation, country, url, statement, verifiedDomain } = signature;
  const beside = kind === 'organisation' ? [country] : [role, affiliation, country];
  return (
    <section class="own">
      <h2>{t.signature}</h2>
      <Question of={signature} />
      <p>
        <b>{signature.name}</b> {beside.filter(Boolean).join(', ')}
      </p>
      {url && (
        <p>
          <a href={url} rel="nofollow noopener">
            {url}
          </a>{' '}
          {verifiedDomain && <span class="quiet">{t.domain(verifiedDomain)}</span>}
        </p>
      )}
      {statement && <blockquote>{statement}</blockquote>}
      {signature.statementStatus && signature.statementStatus !== 'shown' && (
        <p class="quiet">{t.statement[signature.statementStatus]}</p>
      )}
      <p class="acts">
        {signature.status === 'withdrawn' ? (
          signature.consentedAt === null ? (
            <a href="/me/sign-again">{t.signAgain}</a>
          ) : (
            <Act action="/me/sign-again" text={t.signAgain} keys={page} />
          )
        ) : (
          <>
            <a href="/me/signature">{t.edit}</a> <a href="/me/withdraw">{t.withdraw}</a>
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
      <h2>{t.account}</h2>
      <p>
        {t.address}: {signature.email} <a href="/me/address">{t.changeAddress}</a>
      </p>
      <h3>{t.sessions}</h3>
      <ul class="sessions">
        {sessions.map(({ id, browser, createdAt, seenAt, isThis }) => (
          <li key={id}>
            <span>
              {t.browser(browser)} {isThis && <b>({t.thisSession})</b>}
            </span>{' '}
            <span class="quiet">{t.session(createdAt, seenAt)}</span>{' '}
            {!isThis && <Act action={`/me/sessions/${id}/end`} text={t.end} keys={page} />}
          </li>
        ))}
      </ul>
      <div class="acts">
        <Act action="/me/sign-out" text={t.signOut} keys={page} />
        <span>
          {t.download}: <a href="/me/data.json">{t.json}</a>
        </span>
      </div>
    </section>
  );
}
