/** What waits for an admin: signatures and pledges, oldest first, with what is known of each. */
import { addressOf, Filter, Pager, Tabs } from '../../components/list.tsx';
import type { Assets } from '../../pages/page.tsx';
import { BULK } from '../bulk/page.tsx';
import { renderDesk } from '../frame.tsx';
import type { QueueTab, Waiting, WaitingPledge } from '../../data/desk.ts';
import {
  AskedBack,
  Decisions,
  Refused,
  signatoryPath,
  statementSeen,
  type QueuePage,
} from './parts.tsx';
import { Facts, Signature } from './signature.tsx';
import { Request } from './request.tsx';
import { REVIEW_SETTINGS } from './review-settings.tsx';
import { t } from '../../words.ts';

const PATH = '/admin';
const RATES = { daily: '/admin/initiative/rates', give: '/admin/initiative/rate' };

export function renderQueue(page: QueuePage, assets: Assets): string {
  const { frame, items, list, tab, domain, again } = page;
  const kind = tab === 'all' ? undefined : tab;
  return renderDesk({
    frame,
    title: t.queue.title,
    current: 'queue',
    hasErrors: again !== null,
    assets,
    children: (
      <>
        <Refused again={again} />
        <Warnings lines={page.warnings} />
        <Controls page={page} />
        {items.length === 0 ? (
          <p class="empty">{domain === null ? t.queue.empty.all : t.queue.empty.domain(domain)}</p>
        ) : (
          <ol class="queue">
            {items.map((item) => (
              <Item key={idOf(item)} page={page} item={item} />
            ))}
          </ol>
        )}
        <Pager list={list} path={PATH} query={{ kind, domain: domain ?? undefined }} />
      </>
    ),
  });
}

/** What whoever runs the server should know; `/readyz` says the same to a token. */
function Warnings({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <section class="warnings">
      <h2>{t.queue.warnings}</h2>
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
  const words = t.reviewing;
  const { frame, tab, domain, counts, ready, held, now } = page;
  const all = counts.signature + counts.statement + counts.pledge + counts.request;
  const of: Record<QueueTab, number> = { all, ...counts, ready: ready?.pledges ?? 0 };
  const names = (Object.keys(t.queue.tabs) as QueueTab[]).filter(
    (name) => name !== 'ready' || ready !== null || tab === 'ready',
  );
  const tabs = names.map((name) => ({
    // What is ready is counted at all domains.
    href: addressOf(PATH, {
      kind: name === 'all' ? null : name,
      domain: name === 'ready' ? null : domain,
    }),
    text: t.queue.tab(t.queue.tabs[name], of[name]),
    isCurrent: name === tab,
  }));
  return (
    <>
      <div class="controls">
        <Tabs label={t.queue.tabsLabel} tabs={tabs} />
        <Filter action={PATH} hidden={{ kind: tab === 'all' ? undefined : tab }}>
          <label>
            {t.queue.domain}{' '}
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
      {held && <p class="ready">{held === 'desk' ? words.hold.isOn : words.hold.isOnByServer}</p>}
      {ready !== null && (
        <p class="ready">
          {t.queue.ready(ready, now)}{' '}
          {tab !== 'ready' && <a href={`${PATH}?kind=ready`}>{t.queue.seeReady}</a>}
        </p>
      )}
      <p class="found">
        {domain !== null && <a href={PATH}>{t.queue.allDomains}</a>}{' '}
        {frame.rights.includes('decide') && (
          <>
            <a href={addressOf(BULK, { domain })}>{t.bulk.link}</a>{' '}
            <a href={REVIEW_SETTINGS}>{words.link}</a>
          </>
        )}
      </p>
    </>
  );
}

function Item({ page, item }: { page: QueuePage; item: Waiting }) {
  const { frame, back, again, now } = page;
  const waits = t.queue.waits(item.since, now);
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
  const { newest, keeps, fixed, fixedCure } = t.rates;
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
  const { first, give, turnOn, last } = t.rates.cure;
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
  const { paidThrough, details, visibility } = reading;
  const { note, ...texts } = details;
  const subject = t.subjectOf({
    ...reading,
    total: reading.quantity,
    windows: [...reading.windows],
  });
  return (
    <div class="known">
      <p class="head">
        <a href={`/admin/pledges/${ref}`}>{subject}</a> {t.queue.from}{' '}
        <a href={signatoryPath(giver.id)}>{giver.name}</a>{' '}
        <span class="quiet">{t.queue.pledge}</span> <span class="quiet wait">{waits}</span>
      </p>
      <p class="facts">
        {t.pledgeGift(reading)}, {t.queue.visibility[visibility]}.{' '}
        {accepted !== null && t.queue.asksFor(accepted, reading.asset)}
      </p>
      <p class="why">{t.queue.baseText(pledge)}</p>
      <p class="facts">{t.queue.reasons(pledge)}</p>
      {together?.dueAt && <p class="facts">{t.queue.together.ready(together.dueAt, now)}</p>}
      {condition && <p class="facts">{t.pledge.conditionSentence(condition, currency)}</p>}
      <Facts
        of={[
          paidThrough && `${t.queue.paidThrough[paidThrough.kind]} ${paidThrough.name}`,
          ...t.pledgeForm.said(texts).map(([label, text]) => `${label}: ${text}`),
        ]}
      />
      {note && <blockquote>{note}</blockquote>}
    </div>
  );
}
