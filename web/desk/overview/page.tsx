/** The desk's first page: what to do today. */
import type { ComponentChildren } from 'preact';
import { addressOf } from '../../components/list.tsx';
import { Table, type Column } from '../../components/table.tsx';
import type { QueueKind, Waiting } from '../../data/desk.ts';
import { count, roundedAmount, fullDay, instant } from '../../format.ts';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';
import { DESK_PAGES, Desk, IfRight, type DeskPage, useFrame } from '../frame.tsx';
import { remind } from '../lists/overdue.tsx';
import * as cell from '../lists/cells.tsx';
import type { Row } from '../lists/cells.tsx';
import type { UnmatchedEvent } from '../payments/unmatched.tsx';
import { QueueItems, Warnings } from '../queue/page.tsx';
import { Refused, type QueuePage } from '../queue/parts.tsx';
import { Begin, type BeginStep } from './begin.tsx';

/** The first rows of a list of the desk, and how many it has. */
export interface ShortList {
  rows: Row[];
  found: number;
}

/** In the initiative's currency, in minor units. */
interface Figures {
  currency: string;
  target: bigint | null;
  secured: bigint;
  received: bigint;
  notCounted: bigint;
  signed: number;
  /** What changed in seven days; null in the ledger's first week. */
  week: { secured: bigint; received: bigint; signed: number } | null;
}

export interface OverviewPage extends Pick<QueuePage, 'back' | 'again' | 'now' | 'canTurnOnRates'> {
  figures: Figures | null;
  counts: Record<QueueKind, number>;
  review: Waiting[];
  requests: Waiting[];
  late: ShortList;
  week: ShortList;
  undelivered: ShortList;
  unmatched: { found: number; events: UnmatchedEvent[] };
  differences: number;
  /** What an owner does first; null where there is nothing of it to show. */
  begin: BeginStep[] | null;
  system: {
    backupAt: Date | null;
    verifiedAt: Date | null;
    ratedOn: string | null;
    failedMails: number;
    warnings: string[];
  };
}

export function OverviewView(page: OverviewPage) {
  const { unsettled } = useFrame();
  const { counts, review, requests, late, week, undelivered, again } = page;
  const words = t.overview;
  const toReview = counts.signature + counts.statement + counts.pledge;
  const isIdle =
    toReview + counts.request + late.found + week.found + undelivered.found + unsettled === 0;
  return (
    <Desk title={words.title} current="overview" hasErrors={again !== null}>
      <div class="overview">
        <Refused again={again} />
        {page.figures && <Today figures={page.figures} />}
        <Warnings lines={page.system.warnings} />
        <Part name="review" found={toReview} more={{ page: 'queue' }}>
          <QueueItems page={page} items={review} />
        </Part>
        <Part
          name="requests"
          found={counts.request}
          more={{ page: 'queue', query: { kind: 'request' } }}
        >
          <QueueItems page={page} items={requests} />
        </Part>
        <Lists page={page} />
        {isIdle && <p class="empty">{words.idle}</p>}
        {page.begin && <Begin steps={page.begin} />}
        <System page={page} />
      </div>
    </Desk>
  );
}

/** What is late, due, undelivered or without a match. */
const Lists = ({ page }: { page: OverviewPage }) => {
  const { rights } = useFrame();
  const { late, week, undelivered, unmatched } = page;
  const words = t.overview;
  return (
    <>
      <Part name="late" found={late.found} more={{ page: 'overdue', query: { due: 'overdue' } }}>
        <Short
          rows={late.rows}
          columns={[
            ...money(),
            [words.days, daysLate, 'figure-cell'],
            ...(rights.includes('decide') ? [[t.deskLists.overdue.remind, remind] as const] : []),
          ]}
        />
      </Part>
      <Part name="week" found={week.found} more={{ page: 'overdue', query: { due: 'week' } }}>
        <Short rows={week.rows} columns={money()} />
      </Part>
      <Part
        name="undelivered"
        found={undelivered.found}
        more={{ page: 'shortfall', query: { only: 'short' } }}
      >
        <Short rows={undelivered.rows} columns={hours()} />
      </Part>
      <Part
        name="unmatched"
        found={unmatched.found}
        more={{ page: 'payments', path: '/unmatched' }}
      >
        <ul>
          {unmatched.events.map(({ id, reason, receivedAt }) => (
            <li key={id}>
              {t.payments.reasons[reason].what} <span class="quiet">{instant(receivedAt)}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part
        name="differences"
        found={page.differences}
        more={{ page: 'payments', path: '/differences' }}
      />
    </>
  );
};

function Today({ figures }: { figures: Figures }) {
  const { currency, target, secured, received, notCounted, signed, week } = figures;
  const words = t.overview;
  const money = (minor: bigint): string => roundedAmount(minor, currency);
  const changed = (change: bigint | undefined, write: (change: bigint) => string) =>
    change === undefined ? null : words.week(change, write);
  const lines = [
    [
      words.secured(target === null ? null : money(target)),
      money(secured),
      changed(week?.secured, money),
    ],
    [words.received, money(received), changed(week?.received, money)],
    [words.notCounted, money(notCounted), null],
    [words.signed, count(signed), changed(week ? BigInt(week.signed) : undefined, count)],
  ] as const;
  return (
    <dl class="today">
      {lines.map(([label, figure, change]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{figure}</b> <span class="quiet">{change}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface PartProps {
  name: keyof typeof t.overview.parts;
  found: number;
  more: { page: DeskPage; path?: string; query?: Record<string, string> };
  children?: ComponentChildren;
}

/** Nothing where nothing is found. */
const Part = ({ name, found, more: { page, path = '', query = {} }, children }: PartProps) =>
  found === 0 ? null : (
    <section>
      <h2>
        {t.overview.parts[name]} <span class="quiet">{count(found)}</span>{' '}
        <a href={addressOf(DESK_PAGES[page].path + path, query)}>{t.overview.all[name]}</a>
      </h2>
      {children}
    </section>
  );

const giver = ({ signatory_id: id, giver: name }: Row) => (
  <a href={`/admin/signatories/${id}`}>{typed(name)}</a>
);
const pledge = ({ ref }: Row) => <a href={`/admin/pledges/${ref}`}>{ref}</a>;
const daysLate = ({ days_late: days }: Row) => count(Number(days));

const money = (): Column<Row>[] => [
  [t.deskLists.giver, giver],
  [t.deskLists.pledges.ref, pledge],
  [t.deskLists.overdue.due, ({ due_on: day }) => fullDay(day!)],
  [
    t.deskLists.pledges.outstanding,
    ({ outstanding, currency }) => cell.money(outstanding!, currency!),
    'figure-cell',
  ],
];

const hours = (): Column<Row>[] => [
  [t.deskLists.giver, giver],
  [t.deskLists.pledges.ref, pledge],
  [t.deskLists.shortfall.model, ({ model }) => model],
  [t.overview.missing, ({ short_hours: missing }) => cell.hours(missing!), 'figure-cell'],
];

const Short = ({ rows, columns }: { rows: Row[]; columns: Column<Row>[] }) => (
  <div class="desk-table">
    <Table rows={rows} columns={columns} />
  </div>
);

function System({ page: { system } }: { page: OverviewPage }) {
  const { backupAt, verifiedAt, ratedOn, failedMails } = system;
  const words = t.overview.system;
  const at = (done: Date | null): string => (done === null ? words.never : instant(done));
  return (
    <section>
      <h2>{words.title}</h2>
      <dl class="facts">
        <dt>{words.backup}</dt>
        <dd>{at(backupAt)}</dd>
        <dt>{words.verified}</dt>
        <dd>{at(verifiedAt)}</dd>
        <dt>{words.rates}</dt>
        <dd>
          {ratedOn === null ? words.never : fullDay(ratedOn)}{' '}
          <IfRight right="record">
            <a href="/admin/initiative/rates">{words.fetch}</a>
          </IfRight>
        </dd>
        {failedMails > 0 && (
          <>
            <dt>{words.mails}</dt>
            <dd>
              <a href={DESK_PAGES.emails.path}>{words.failed(failedMails)}</a>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
