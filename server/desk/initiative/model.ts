import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { ComputePart } from '../../../web/desk/rates/page.tsx';
import type { DeskInitiativePage, HistoryLine } from '../../../web/desk/initiative/page.tsx';
import type { InitiativeField } from '../../../web/messages/shapes.ts';
import { fullDay, gpuHours, instant } from '../../../web/format.ts';
import type { Context } from '../../context.ts';
import * as desk from '../../db/desk.ts';
import type { Act } from '../../domain/audit-trail.ts';
import { addDays, today } from '../../domain/day.ts';
import { computeStanding, fundingStanding } from '../../domain/figures.ts';
import { mostAtOneSite } from '../../domain/capacity/model-and-site-curves.ts';
import { emptyTotals, type Basis } from '../../domain/totals.ts';
import { paged } from '../../http/paging.ts';
import type { PlannedChange } from '../../initiative/change.ts';
import {
  findInitiative,
  missingOfRecipient,
  noInitiative,
  readMilestones,
  FURTHER_FIELDS,
  RECIPIENT_FIELDS,
  recipientText,
  type Initiative,
  type RecipientField,
} from '../../initiative/read.ts';
import { isBeforeOpening } from '../../initiative/opening.ts';
import { capacityAt } from '../../ledger/capacity.ts';
import { newestCheckpoint } from '../../ledger/checkpoint.ts';
import { targetsOfRow } from '../../ledger/targets.ts';
import { initiativeLine } from '../../public/terms-and-target-changes.ts';
import { ratesState } from '../../rates/fetching.ts';
import { newestPrice, readFactors } from '../../rates/gpu-figures.ts';
import { t } from '../../../web/words.ts';

const HISTORY_SHOWN = 20;
const ACTS: Act[] = [
  'initiative.change',
  'initiative.milestones',
  'initiative.invite',
  'initiative.email',
  'initiative.look',
  'initiative.import',
  'rate.daily',
];

export async function readInitiative(ctx: Context): Promise<Initiative> {
  const row = await findInitiative(ctx.db);
  if (!row) throw noInitiative();
  return row;
}

async function securedOf({ db }: Context, basis: Basis) {
  const checkpoint = await newestCheckpoint(db);
  const totals = checkpoint?.totals ?? emptyTotals();
  const capacity = checkpoint && (await capacityAt(db, checkpoint.capacitySize));
  const { held, sites = [] } = capacity ?? {};
  const money = fundingStanding(totals);
  const compute = computeStanding(totals);
  return {
    funding: money.received.base + money.committed.base,
    gpus: BigInt((basis === 'all' ? held?.allSites : mostAtOneSite(sites).gpus) ?? 0),
    gpuHours: compute.received.quantity + compute.committed.quantity,
  };
}

const fieldOf = (name: RecipientField): InitiativeField => `recipient.${name}`;

export async function initiativeModel(ctx: Context, cursor: string | null) {
  const row = await readInitiative(ctx);
  const { items, next } = await readHistory(ctx, cursor);
  return {
    name: row.name,
    currency: row.currency,
    terms: termsRows(row),
    isBeforeOpening: isBeforeOpening(row, ctx.now()),
    isClosed: row.closed,
    hasEnded: row.closedAt !== null,
    recipient: [
      ...[...RECIPIENT_FIELDS, ...FURTHER_FIELDS].map((name): [InitiativeField, string | null] => [
        `recipient.${name}`,
        recipientText(row.recipient, name),
      ]),
      ['recipient.earlier', t.earlierRecipients(row.recipient) || null] satisfies [
        InitiativeField,
        string | null,
      ],
    ],
    missing: missingOfRecipient(row).map(fieldOf),
    milestones: await milestoneLines(ctx, row),
    compute: await computePart(ctx, row.currency),
    rates: { ...(await ratesState(ctx)), isFetched: row.fetchRates === true },
    history: items.map(lineOf),
    list: { cursor, next },
  };
}

async function computePart({ db }: Pick<Context, 'db'>, currency: string): Promise<ComputePart> {
  const factors = await readFactors(db);
  return {
    currency,
    price: await newestPrice(db),
    factors: factors.filter(({ createdAt }) => createdAt !== null),
  };
}

function termsRows(row: Initiative): DeskInitiativePage['terms'] {
  const shown = shownTerms(row);
  return [
    ['call', row.call],
    ...(row.note === null ? [] : ([['note', row.note]] as DeskInitiativePage['terms'])),
    ['targets.funding', shown['targets.funding']!],
    ['targets.gpus', shown['targets.gpus']!],
    ['targets.gpuHours', shown['targets.gpuHours']!],
    ['window', t.windowText(row.startsOn, row.endsOn)],
    ['deadlineOn', shown['deadlineOn']!],
    ...(row.opensAt === null
      ? []
      : ([['opensAt', shown['opensAt']!]] as DeskInitiativePage['terms'])),
    ...(row.reply === null ? [] : ([['reply', row.reply]] as DeskInitiativePage['terms'])),
    ['closed', shown['closed']!],
    ...(row.closing === null ? [] : ([['closing', row.closing]] as DeskInitiativePage['terms'])),
  ];
}

const dayOf = (on: string | null): string | null => on && fullDay(on);

function shownTerms(row: Initiative): Record<string, string | null> {
  const { currency, fundingTargetMinor: money, gpusTarget: gpus, gpuSecondsTarget: hours } = row;
  return {
    'targets.funding': money === null ? null : t.deskInitiative.money(money, currency),
    'targets.gpus': gpus === null ? null : t.gpusOf(gpus, row.gpusBasis ?? 'site'),
    'targets.basis': null,
    'targets.gpuHours': hours === null ? null : gpuHours(hours),
    startsOn: dayOf(row.startsOn),
    endsOn: row.endsOn && fullDay(addDays(row.endsOn, -1)),
    deadlineOn: dayOf(row.deadlineOn),
    opensAt: row.opensAt && instant(row.opensAt),
    name: row.name,
    call: row.call,
    note: row.note,
    reply: row.reply,
    closing: row.closing,
    closed: row.closedAt
      ? t.closing.headline(row.closedAt)
      : t.deskInitiative.closed[row.closed ? 'yes' : 'no'],
  };
}

async function milestoneLines(ctx: Context, { currency, gpusBasis }: Initiative) {
  const basis = gpusBasis ?? 'site';
  const milestones = await readMilestones(ctx.db);
  if (milestones.length === 0) return [];
  const secured = await securedOf(ctx, basis);
  return milestones.map(({ kind, reaches, label }) => {
    const has = secured[kind];
    const { amount, rest } =
      kind === 'funding' ? t.milestones.ofMoney(currency, has) : t.milestones.ofGpus(basis);
    return {
      amount: amount(reaches),
      label,
      state: reaches <= has ? t.milestones.isReached : t.milestones.toGo(rest(reaches, has)),
    };
  });
}

async function readHistory({ db }: Context, cursor: string | null) {
  const { audit, admin, apiToken } = desk;
  const rows = await db
    .select({ line: audit, admin: admin.name, token: apiToken.name })
    .from(audit)
    .leftJoin(admin, eq(admin.id, audit.adminId))
    .leftJoin(apiToken, eq(apiToken.id, audit.meansId))
    .where(
      and(inArray(audit.act, ACTS), cursor === null ? undefined : lt(audit.id, BigInt(cursor))),
    )
    .orderBy(desc(audit.id))
    .limit(HISTORY_SHOWN + 1);
  return paged(rows, HISTORY_SHOWN, ({ line }) => line.id.toString());
}

type HistoryRow = Awaited<ReturnType<typeof readHistory>>['items'][number];

function lineOf({ line, admin, token }: HistoryRow): HistoryLine {
  const { reason = null, entry = null, ...became } = line.facts;
  return {
    id: line.id.toString(),
    at: line.at,
    doer: { ...line, admin, token, signatory: null },
    act: line.act,
    reason: reason === null ? null : String(reason),
    entry: typeof entry === 'number' ? entry : null,
    changes: [
      ...Object.entries(became).map(([field, text]) => ({ field, text: String(text) })),
      ...line.fields.map((field) => ({ field, text: null })),
    ],
  };
}

type Goal = keyof Awaited<ReturnType<typeof securedOf>>;

const goalsOf = ({
  funding,
  gpus,
  gpuSeconds,
}: ReturnType<typeof initiativeLine>): Record<Goal, bigint | null> => ({
  funding,
  gpus: gpus === null ? null : BigInt(gpus),
  gpuHours: gpuSeconds,
});

export async function reviewOf(
  ctx: Context,
  { row, next, changed, isEntry }: PlannedChange & { row: Initiative },
  reason: string,
) {
  const [was, is] = [shownTerms(row), shownTerms(next)];
  const before = initiativeLine(targetsOfRow(row));
  const after = initiativeLine(targetsOfRow(next));
  const secured = await securedOf(ctx, next.gpusBasis ?? 'site');
  const shares = Object.entries(secured).map(([goal, has]) => ({
    field: `targets.${goal}`,
    has,
    before: goalsOf(before)[goal as Goal],
    after: goalsOf(after)[goal as Goal],
  }));
  return {
    rows: changed.map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null })),
    reason,
    sentence: isEntry
      ? t.changeSentence({
          kind: 'initiative',
          seq: 0,
          on: today(ctx.now()),
          before,
          after,
          reason,
        })
      : null,
    shares: shares.filter((share) => share.before !== share.after),
  };
}
