/** What the ledger and Stripe differ in, the last comparisons, and a form for another. */
import { isCurrency } from '../../server/domain/asset.ts';
import type { DifferenceKind, ProviderVerb, UnmatchedReason } from '../../server/domain/payment.ts';
import type { Doer } from '../../server/domain/trail.ts';
import { ErrorSummary, Field, type FormState } from '../components/form.tsx';
import { Pager, Tabs } from '../components/list.tsx';
import { fullAmount, fullDay, instant } from '../format.ts';
import { audit } from '../messages/en-desk-audit.ts';
import { differences as t } from '../messages/en-desk-differences.ts';
import { deskPayments } from '../messages/en-desk-payments.ts';
import { en } from '../messages/en.ts';
import type { Listing } from '../model-pages.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from './frame.tsx';
import { AtStripe, PaymentTabs } from './payment-parts.tsx';

const HOME = '/admin/payments/differences';

/** Amounts are minor units; `theirs` is null where Stripe says none, `ours` where the ledger does. */
interface DifferenceLine {
  kind: DifferenceKind;
  object: string;
  verb: ProviderVerb;
  /** Of its payment, where that is known. */
  code: string | null;
  currency: string;
  theirsMinor: bigint | null;
  oursMinor: bigint | null;
  happenedAt: Date;
  asideNote: string | null;
  /** An admin took it back by hand. */
  takenBack: { at: Date; doer: Doer } | null;
}

export interface DifferencesPage {
  frame: DeskFrame;
  /** Null where no payments go by Stripe. */
  livemode: boolean | null;
  isAside: boolean;
  rows: readonly DifferenceLine[];
  counts: { open: number; aside: number };
  list: Omit<Listing, 'found'>;
  runs: readonly {
    id: string;
    fromOn: string;
    toOn: string;
    compared: number;
    differences: number;
    finishedAt: Date;
  }[];
  /** What came of recording one just now. */
  outcome: 'applied' | 'nothing' | UnmatchedReason | null;
  /** The pledge where that stands. */
  pledge: string | null;
  form: FormState;
}

const labelOf = (name: string): string | null =>
  ({ from: t.compare.from, to: t.compare.to, note: t.aside.note })[name] ?? null;

export function renderDifferences(page: DifferencesPage, assets: Assets): string {
  const { frame, livemode, outcome, pledge, form } = page;
  return renderDesk({
    frame,
    title: t.title,
    text: livemode === null ? t.closed : t.lead,
    current: 'payments',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <>
        {outcome !== null && (
          <p class="done" role="status">
            {outcome === 'applied' || outcome === 'nothing'
              ? t.outcomes[outcome]
              : t.unmatched(outcome)}{' '}
            {pledge !== null && <a href={`/admin/pledges/${pledge}`}>{pledge}</a>}
          </p>
        )}
        <PaymentTabs current="differences" />
        <ErrorSummary form={form} labelOf={labelOf} t={en} />
        <List page={page} />
        {livemode !== null && frame.rights.includes('record') && <Compare page={page} />}
        <Runs page={page} />
      </>
    ),
  });
}

function List({ page }: { page: DifferencesPage }) {
  const { rows, counts, list, isAside, frame } = page;
  const kinds = (Object.keys(t.kinds) as DifferenceKind[])
    .map((kind) => ({ kind, lines: rows.filter((row) => row.kind === kind) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <>
      <Tabs
        label={t.tabs.label}
        tabs={[
          { href: HOME, text: t.tabs.open(counts.open), isCurrent: !isAside },
          { href: `${HOME}?aside=1`, text: t.tabs.aside(counts.aside), isCurrent: isAside },
        ]}
      />
      {rows.length === 0 && (
        <p class="empty">
          {isAside ? t.noneAside : page.runs.length > 0 ? t.none : t.noneCompared}
        </p>
      )}
      {kinds.map(({ kind, lines }) => (
        <section class="differences" key={kind}>
          <h2>{t.kinds[kind].what}</h2>
          {!isAside && <p class="quiet">{t.kinds[kind].todo}</p>}
          <Table page={page} lines={lines} mayAct={frame.rights.includes('record')} />
        </section>
      ))}
      <Pager list={list} path={HOME} query={isAside ? { aside: '1' } : {}} t={en} />
    </>
  );
}

const Table = ({
  page,
  lines,
  mayAct,
}: {
  page: DifferencesPage;
  lines: readonly DifferenceLine[];
  mayAct: boolean;
}) => (
  <div class="view">
    <table>
      <thead>
        <tr>
          {Object.values(t.columns).map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.object + line.verb} line={line} page={page} mayAct={mayAct} />
        ))}
      </tbody>
    </table>
  </div>
);

function Line({
  line,
  page: { frame, livemode },
  mayAct,
}: {
  line: DifferenceLine;
  page: DifferencesPage;
  mayAct: boolean;
}) {
  const { kind, object, verb, code, currency, happenedAt, asideNote, takenBack } = line;
  const { columns } = t;
  const amount = (minor: bigint | null) =>
    minor !== null && isCurrency(currency) ? fullAmount(minor, currency) : null;
  return (
    <tr>
      <th scope="row">
        {deskPayments.verbs[verb]}
        <span class="line">
          <AtStripe id={object} livemode={livemode ?? false} />
        </span>
      </th>
      <td data-label={columns.day}>{fullDay(happenedAt.toISOString().slice(0, 10))}</td>
      <td data-label={columns.theirs}>
        {amount(line.theirsMinor) ?? (kind === 'extra' ? t.nothing : t.unknown)}
      </td>
      <td data-label={columns.ours}>
        {amount(line.oursMinor) ?? (kind === 'amount' ? t.otherCurrency : t.nothing)}
        {takenBack !== null && (
          <span class="line">{t.takenBack(audit.who(takenBack.doer), takenBack.at)}</span>
        )}
      </td>
      <td data-label={columns.payment}>
        {code === null ? t.unknown : <a href={`/admin/payments/${code}`}>{code}</a>}
      </td>
      <td data-label={columns.acts}>
        <div>
          {asideNote !== null && <span class="line">{t.isAside(asideNote)}</span>}
          {mayAct && (
            <span class="acts">
              {kind === 'missing' && livemode !== null && (
                <form method="post" action={`${HOME}/record`}>
                  <DeskKeys frame={frame} />
                  <Which line={line} />
                  <button class="link" type="submit">
                    {t.record}
                  </button>
                </form>
              )}
              {asideNote === null && (
                <a href={`${HOME}/put-aside?${new URLSearchParams({ object, verb })}`}>
                  {t.putAside}
                </a>
              )}
            </span>
          )}
        </div>
      </td>
    </tr>
  );
}

const Which = ({ line: { object, verb } }: { line: { object: string; verb: string } }) => (
  <>
    <input type="hidden" name="object" value={object} />
    <input type="hidden" name="verb" value={verb} />
  </>
);

const Compare = ({ page: { frame, form } }: { page: DifferencesPage }) => (
  <section class="own" id="compare">
    <h2>{t.compare.title}</h2>
    <form class="form" method="post" action={`${HOME}/compare`} novalidate>
      <DeskKeys frame={frame} />
      <Field name="from" label={t.compare.from} input={{ type: 'date' }} form={form} t={en} />
      <Field
        name="to"
        label={t.compare.to}
        hint={t.compare.hint}
        input={{ type: 'date' }}
        form={form}
        t={en}
      />
      <p class="actions">
        <button type="submit">{t.compare.submit}</button>
      </p>
    </form>
  </section>
);

const Runs = ({ page: { runs } }: { page: DifferencesPage }) => (
  <section class="own" id="runs">
    <h2>{t.runs.title}</h2>
    {runs.length === 0 && <p class="quiet">{t.runs.none}</p>}
    <ul class="trail">
      {runs.map(({ id, fromOn, toOn, compared, differences, finishedAt }) => (
        <li key={id}>
          <time datetime={finishedAt.toISOString()}>{instant(finishedAt)}:</time>{' '}
          {t.runs.run(fromOn, toOn)}, {t.runs.found(compared, differences)}
        </li>
      ))}
    </ul>
  </section>
);

export const renderAside = (
  {
    frame,
    line,
    form,
  }: { frame: DeskFrame; line: { object: string; verb: ProviderVerb }; form: FormState },
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: t.aside.title(`${deskPayments.verbs[line.verb]}, ${line.object}`),
    text: t.aside.text,
    current: 'payments',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={`${HOME}/put-aside`} novalidate>
        <DeskKeys frame={frame} />
        <Which line={line} />
        <ErrorSummary form={form} labelOf={labelOf} t={en} />
        <Field name="note" label={t.aside.note} hint={t.aside.noteHint} form={form} t={en} />
        <p class="actions">
          <button type="submit">{t.aside.submit}</button> <a href={HOME}>{t.aside.back}</a>
        </p>
      </form>
    ),
  });
