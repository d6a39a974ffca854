/** What waits for an admin: signatures and pledges, oldest first, with what is known of each. */
import { addressOf, Filter, Pager, Tabs } from '../components/list.tsx';
import { deskQueue as t } from '../messages/en-desk-queue.ts';
import { deskBulk } from '../messages/en-desk-bulk.ts';
import { deskReview } from '../messages/en-desk-review.ts';
import { pledgeGift } from '../messages/en-pledge-sentence.ts';
import { subjectOf } from '../messages/en-pledges.ts';
import { rates } from '../messages/en-rates.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { BULK } from './bulk.tsx';
import { renderDesk } from './frame.tsx';
import type { QueuePage, QueueTab, Waiting, WaitingPledge } from './queue-model.ts';
import { AskedBack, Decisions, Refused, signatoryPath, statementSeen } from './queue-parts.tsx';
import { Facts, Signature } from './queue-signature.tsx';
import { Request } from './queue-request.tsx';
import { REVIEW_SETTINGS } from './review-settings.tsx';

const PATH = '/admin';
const RATES = { daily: '/admin/initiative/rates', give: '/admin/initiative/rate' };

export function renderQueue(page: QueuePage, assets: Assets): string {
  const { frame, items, list, tab, domain, again } = page;
  const kind = tab === 'all' ? undefined : tab;
  return renderDesk({
    frame,
    title: t.title,
    current: 'queue',
    hasErrors: again !== null,
    assets,
    children: (
      <>
        <Refused again={again} />
        <Warnings lines={page.warnings} />
        <Controls page={page} />
        {items.length === 0 ? (
          <p class="empty">{domain === null ? t.empty.all : t.empty.domain(domain)}</p>
        ) : (
          <ol class="queue">
            {items.map((item) => (
              <Item key={idOf(item)} page={page} item={item} />
            ))}
          </ol>
        )}
        <Pager list={list} path={PATH} query={{ kind, domain: domain ?? undefined }} t={en} />
      </>
    ),
  });
}

/** What whoever runs the server should know; `/readyz` says the same to a token. */
function Warnings({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <section class="warnings">
      <h2>{t.warnings}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function idOf(item: Waiting): string {
  if (item.kind === 'signature' || item.kind === 'statement') return item.signature.id;
  return item.kind === 'pledge' ? item.pledge.ref : item.request.id;
}

function Controls({ page }: { page: QueuePage }) {
  const { frame, tab, domain, counts, ready, held, now } = page;
  const all = counts.signature + counts.statement + counts.pledge + counts.request;
  const of: Record<QueueTab, number> = { all, ...counts, ready: ready?.pledges ?? 0 };
  const names = (Object.keys(t.tabs) as QueueTab[]).filter(
    (name) => name !== 'ready' || ready !== null || tab === 'ready',
  );
  const tabs = names.map((name) => ({
    // What is ready is counted at all domains.
    href: addressOf(PATH, {
      kind: name === 'all' ? null : name,
      domain: name === 'ready' ? null : domain,
    }),
    text: t.tab(t.tabs[name], of[name]),
    isCurrent: name === tab,
  }));
  return (
    <>
      <div class="controls">
        <Tabs label={t.tabsLabel} tabs={tabs} />
        <Filter action={PATH} hidden={{ kind: tab === 'all' ? undefined : tab }} t={en}>
          <label>
            {t.domain}{' '}
            <input
              name="domain"
              value={domain ?? ''}
              size={20}
              autocomplete="off"
              spellcheck={false}
            />
          </label>
        </Filter>
      </div>
      {held && (
        <p class="ready">{held === 'desk' ? deskReview.hold.isOn : deskReview.hold.isOnByServer}</p>
      )}
      {ready !== null && (
        <p class="ready">
          {t.ready(ready, now)} {tab !== 'ready' && <a href={`${PATH}?kind=ready`}>{t.seeReady}</a>}
        </p>
      )}
      <p class="found">
        {domain !== null && <a href={PATH}>{t.allDomains}</a>}{' '}
        {frame.rights.includes('decide') && (
          <>
            <a href={addressOf(BULK, { domain })}>{deskBulk.link}</a>{' '}
            <a href={REVIEW_SETTINGS}>{deskReview.link}</a>
          </>
        )}
      </p>
    </>
  );
}

function Item({ page, item }: { page: QueuePage; item: Waiting }) {
  const { frame, back, again, now } = page;
  const waits = t.waits(item.since, now);
  if (item.kind === 'signature' || item.kind === 'statement') {
    return <SignatureItem page={page} item={item} waits={waits} />;
  }
  if (item.kind === 'request') {
    const { id, ref, seen, preview, giver } = item.request;
    return (
      <li>
        <Request request={item.request} waits={waits} />
        <Decisions
          of={{
            frame,
            object: ref,
            kind: 'request',
            verbs: preview === null ? ['refuse'] : ['grant', 'refuse'],
            looked: { request: id, seen },
            isMute: giver.isMute,
            takesBack: item.request.kind !== 'postpone',
            back,
            again,
          }}
        />
      </li>
    );
  }
  const { pledge } = item;
  const { ref, revision, giver, rate, asked, together } = pledge;
  return (
    <li>
      <Pledge pledge={pledge} waits={waits} now={now} />
      <AskedBack asked={asked} now={now} />
      <OldRate pledge={pledge} page={page} />
      <Decisions
        of={{
          frame,
          object: ref,
          kind: 'pledge',
          verbs: ['accept', 'reject', 'ask'],
          looked: { revision: String(revision) },
          isMute: giver.isMute,
          rate,
          together,
          back,
          again,
        }}
      />
    </li>
  );
}

/** A signature that waits; or a published one, whose statement does. */
function SignatureItem({
  page: { frame, back, again, now },
  item: { kind, signature },
  waits,
}: {
  page: QueuePage;
  item: Extract<Waiting, { kind: 'signature' | 'statement' }>;
  waits: string;
}) {
  const { id, isMute, asked } = signature;
  return (
    <li>
      <Signature signature={signature} waits={waits} />
      {kind === 'signature' && <AskedBack asked={asked} now={now} />}
      <Decisions
        of={{
          frame,
          object: id,
          kind,
          verbs: kind === 'signature' ? ['publish', 'reject', 'ask'] : ['show', 'hide'],
          looked: statementSeen(signature),
          isMute,
          back,
          again,
        }}
      />
    </li>
  );
}

/** Of a rate older than 10 days: its day, and how to get a newer one. */
function OldRate({
  pledge: { rate, reading, together },
  page,
}: {
  pledge: WaitingPledge;
  page: QueuePage;
}) {
  if (rate === null || rate.is === 'fresh') return null;
  const { newest, keeps, fixed, fixedCure } = rates;
  return (
    <div class="question">
      <p>
        <strong class="late">{(rate.isFixed ? fixed : newest)(reading.asset, rate)}</strong>
        {!rate.isFixed && !together && ` ${keeps}`}
      </p>
      <p>{rate.isFixed ? fixedCure : <Cure page={page} asset={reading.asset} />}</p>
    </div>
  );
}

/** How to get a newer rate, with links for who may follow them. */
const Cure = ({ page, asset }: { page: QueuePage; asset: string }) => {
  const { rights } = page.frame;
  const own = addressOf(RATES.give, { currency: asset });
  const { first, give, turnOn, last } = rates.cure;
  return (
    <>
      {first} {rights.includes('record') ? <a href={own}>{give}</a> : give},{' '}
      {page.canTurnOnRates && (
        <>{rights.includes('manage') ? <a href={RATES.daily}>{turnOn}</a> : turnOn}, </>
      )}
      {last}
    </>
  );
};

function Pledge({ pledge, waits, now }: { pledge: WaitingPledge; waits: string; now: Date }) {
  const { ref, giver, reading, accepted, condition, currency, together } = pledge;
  const { paidThrough, purchaseOrder, provider, note, visibility } = reading;
  const subject = subjectOf({ ...reading, total: reading.quantity, windows: [...reading.windows] });
  return (
    <div class="known">
      <p class="head">
        <a href={`/admin/pledges/${ref}`}>{subject}</a> {t.from}{' '}
        <a href={signatoryPath(giver.id)}>{giver.name}</a> <span class="quiet">{t.pledge}</span>{' '}
        <span class="quiet wait">{waits}</span>
      </p>
      <p class="facts">
        {pledgeGift(reading)}, {t.visibility[visibility]}.{' '}
        {accepted !== null && t.asksFor(accepted, reading.asset)}
      </p>
      <p class="why">{t.baseText(pledge)}</p>
      <p class="facts">{t.reasons(pledge)}</p>
      {together?.dueAt && <p class="facts">{t.together.ready(together.dueAt, now)}</p>}
      {condition && <p class="facts">{en.pledge.conditionSentence(condition, currency)}</p>}
      <Facts
        of={[
          paidThrough && `${t.paidThrough[paidThrough.kind]} ${paidThrough.name}`,
          purchaseOrder && `${t.purchaseOrder} ${purchaseOrder}`,
          provider && `${t.provider} ${provider}`,
        ]}
      />
      {note && <blockquote>{note}</blockquote>}
    </div>
  );
}
