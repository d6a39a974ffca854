/** What admins have to review, oldest first. */
import { addressOf, Filter, Pager, Tabs } from '../../components/list.tsx';
import { BULK } from '../bulk/page.tsx';
import { Desk, IfRight, useFrame } from '../frame.tsx';
import type { QueueTab, Waiting, WaitingPledge } from '../../data/desk.ts';
import { AskedBack, Decisions, Refused, statementSeen, type QueuePage } from './parts.tsx';
import { Pledge, Request, Signature } from './items.tsx';
import { REVIEW_SETTINGS } from './review-settings.tsx';
import { t } from '../../words.ts';
import { Section } from '../parts.tsx';

const PATH = '/admin/queue';
const RATES = { daily: '/admin/initiative/rates', give: '/admin/initiative/rate' };

export function QueueView(page: QueuePage) {
  const { items, list, tab, domain, again } = page;
  const kind = tab === 'all' ? undefined : tab;
  return (
    <Desk current="queue" hasErrors={again !== null}>
      <Refused again={again} />
      <Controls page={page} />
      {items.length === 0 ? (
        <p class="empty">{domain === null ? t.queue.empty.all : t.queue.empty.domain(domain)}</p>
      ) : (
        <QueueItems page={page} items={items} />
      )}
      <Pager list={list} path={PATH} query={{ kind, domain: domain ?? undefined }} />
    </Desk>
  );
}

/** What the forms of items need of their page. */
type ItemPage = Pick<QueuePage, 'back' | 'again' | 'now' | 'canTurnOnRates'>;

export const QueueItems = ({ page, items }: { page: ItemPage; items: Waiting[] }) => (
  <ol class="queue">
    {items.map((item) => (
      <Item key={idOf(item)} page={page} item={item} />
    ))}
  </ol>
);

/** For whoever runs the server; `/readyz` says the same to a token. */
export function Warnings({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <Section class="question" title={t.queue.warnings}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function idOf(item: Waiting): string {
  if (item.kind === 'signature' || item.kind === 'statement') return item.signature.id;
  return item.kind === 'pledge' ? item.pledge.ref : item.request.id;
}

function Controls({ page }: { page: QueuePage }) {
  const words = t.reviewing;
  const { tab, domain, counts, ready, held, now } = page;
  const all = counts.signature + counts.statement + counts.pledge + counts.request;
  const of: Record<QueueTab, number> = { all, ...counts, ready: ready?.pledges ?? 0 };
  const names = (Object.keys(t.queue.tabs) as QueueTab[]).filter(
    (name) => name !== 'ready' || ready !== null || tab === 'ready',
  );
  const tabs = names.map((name) => ({
    // What is ready is counted for all domains.
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
        <IfRight right="decide">
          <>
            <a href={addressOf(BULK, { domain })}>{t.bulk.link}</a>{' '}
            <a href={REVIEW_SETTINGS}>{words.link}</a>
          </>
        </IfRight>
      </p>
    </>
  );
}

function Item({ page, item }: { page: ItemPage; item: Waiting }) {
  const { now } = page;
  const waits = t.queue.waits(item.since, now);
  if (item.kind === 'signature' || item.kind === 'statement') {
    return <SignatureItem page={page} item={item} waits={waits} />;
  }
  if (item.kind === 'request') {
    const { id, ref, kind, seen, preview, giver } = item.request;
    return (
      <li>
        <Request request={item.request} waits={waits} />
        <Decisions
          of={{
            ...page,
            object: ref,
            kind: 'request',
            verbs: preview === null ? ['refuse'] : ['grant', 'refuse'],
            looked: { request: id, seen },
            isMute: giver.isMute,
            takesBack: kind !== 'postpone',
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
          ...page,
          object: ref,
          kind: 'pledge',
          verbs: ['accept', 'reject', 'ask'],
          looked: { revision: String(revision) },
          isMute: giver.isMute,
          rate,
          together,
        }}
      />
    </li>
  );
}

interface SignatureProps {
  page: ItemPage;
  item: Extract<Waiting, { kind: 'signature' | 'statement' }>;
  waits: string;
}

/** A signature, or a published one whose statement needs a review. */
function SignatureItem({ page, item: { kind, signature }, waits }: SignatureProps) {
  const { id, isMute, asked } = signature;
  return (
    <li>
      <Signature signature={signature} waits={waits} />
      {kind === 'signature' && <AskedBack asked={asked} now={page.now} />}
      <Decisions
        of={{
          ...page,
          object: id,
          kind,
          verbs: kind === 'signature' ? ['publish', 'reject', 'ask'] : ['show', 'hide'],
          looked: statementSeen(signature),
          isMute,
        }}
      />
    </li>
  );
}

/** A rate older than 10 days, and how to get a newer one. */
function OldRate({ pledge, page }: { pledge: WaitingPledge; page: ItemPage }) {
  const { rate, reading, together } = pledge;
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

const Cure = ({ page, asset }: { page: ItemPage; asset: string }) => {
  const { rights } = useFrame();
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
