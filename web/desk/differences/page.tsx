import { isCurrency } from '../../../server/domain/asset.ts';
import type {
  DifferenceKind,
  ProviderVerb,
  UnmatchedReason,
} from '../../../server/domain/payment.ts';
import type { Doer } from '../../../server/domain/audit-trail.ts';
import { Fields, labelIn } from '../../components/form-fields.tsx';
import { Actions, ErrorSummary, Hidden } from '../../components/form.tsx';
import type { FormField } from '../../forms/fields.ts';
import { Pager, Tabs } from '../../components/list.tsx';
import type { Column } from '../../components/table.tsx';
import { fullAmount, fullDay, instant } from '../../format.ts';
import type { Listing } from '../../data/pages.ts';
import { Desk, DeskKeys, IfRight } from '../frame.tsx';
import { Act, DeskForm, ListTable, Section, type DeskFormPage } from '../parts.tsx';
import { AtStripe, PaymentTabs } from '../payments/parts.tsx';
import { t } from '../../words.ts';

const HOME = '/admin/payments/differences';

/** Amounts in minor units; null where Stripe (`theirs`) or the ledger (`ours`) has none. */
interface DifferenceLine {
  kind: DifferenceKind;
  object: string;
  verb: ProviderVerb;
  code: string | null;
  currency: string;
  theirsMinor: bigint | null;
  oursMinor: bigint | null;
  happenedAt: Date;
  asideNote: string | null;
  takenBack: { at: Date; doer: Doer } | null;
}

type OneDifference = Pick<DifferenceLine, 'object' | 'verb'>;

export interface DifferencesPage extends DeskFormPage {
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
  outcome: 'applied' | 'nothing' | UnmatchedReason | null;
}

export function DifferencesView(page: DifferencesPage) {
  const { livemode, outcome, form } = page;
  return (
    <Desk
      title={t.differences.title}
      text={livemode === null ? t.differences.closed : t.differences.lead}
      current="payments"
      hasErrors={form.errors.length > 0}
    >
      {outcome !== null && (
        <p class="done" role="status">
          {outcome === 'applied' || outcome === 'nothing'
            ? t.differences.outcomes[outcome]
            : t.differences.unmatched(outcome)}
        </p>
      )}
      <PaymentTabs current="differences" />
      <ErrorSummary form={form} labelOf={(name) => labelIn(t.differences.fields, name)} />
      <List page={page} />
      {livemode !== null && (
        <IfRight right="record">
          <Compare page={page} />
        </IfRight>
      )}
      <Runs page={page} />
    </Desk>
  );
}

function List({ page }: { page: DifferencesPage }) {
  const words = t.differences;
  const { rows, counts, list, isAside } = page;
  const kinds = (Object.keys(words.kinds) as DifferenceKind[])
    .map((kind) => ({ kind, lines: rows.filter((row) => row.kind === kind) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <>
      <Tabs
        label={words.tabs.label}
        tabs={[
          { href: HOME, text: words.tabs.open(counts.open), isCurrent: !isAside },
          {
            href: `${HOME}?aside=1`,
            text: words.tabs.aside(counts.aside),
            isCurrent: isAside,
          },
        ]}
      />
      {rows.length === 0 && (
        <p class="empty">
          {isAside ? words.noneAside : page.runs.length > 0 ? words.none : words.noneCompared}
        </p>
      )}
      {kinds.map(({ kind, lines }) => (
        <Section class="differences" key={kind} title={words.kinds[kind].what}>
          {!isAside && <p class="quiet">{words.kinds[kind].todo}</p>}
          <ListTable rows={lines} columns={columnsOf(page)} />
        </Section>
      ))}
      <Pager list={list} path={HOME} query={isAside ? { aside: '1' } : {}} />
    </>
  );
}

const amount = (minor: bigint | null, currency: string) =>
  minor !== null && isCurrency(currency) ? fullAmount(minor, currency) : null;

function columnsOf(page: DifferencesPage): Column<DifferenceLine>[] {
  const { columns, nothing, otherCurrency, unknown } = t.differences;
  return [
    [
      columns.what,
      ({ verb, object }) => (
        <>
          {t.payments.verbs[verb]}
          <span class="line">
            <AtStripe id={object} livemode={page.livemode ?? false} />
          </span>
        </>
      ),
    ],
    [t.deskPledge.on, ({ happenedAt }) => fullDay(happenedAt)],
    [
      t.payments.one.at,
      ({ theirsMinor, currency, kind }) =>
        amount(theirsMinor, currency) ?? (kind === 'extra' ? nothing : unknown),
    ],
    [
      columns.ours,
      ({ oursMinor, currency, kind, takenBack }) => (
        <>
          {amount(oursMinor, currency) ?? (kind === 'amount' ? otherCurrency : nothing)}
          {takenBack !== null && (
            <span class="line">
              {t.differences.takenBack(t.audit.who(takenBack.doer), takenBack.at)}
            </span>
          )}
        </>
      ),
    ],
    [
      t.payments.columns.code,
      ({ code }) => (code === null ? unknown : <a href={`/admin/payments/${code}`}>{code}</a>),
    ],
    [columns.acts, (line) => <Acts line={line} page={page} />],
  ];
}

function Acts({ line, page }: { line: DifferenceLine; page: DifferencesPage }) {
  const { object, verb, kind, asideNote } = line;
  const { livemode } = page;
  return (
    <div>
      {asideNote !== null && <span class="line">{t.differences.isAside(asideNote)}</span>}
      <IfRight right="record">
        <span class="acts">
          {kind === 'missing' && livemode !== null && (
            <Act action={`${HOME}/record`} text={t.differences.record}>
              <Hidden values={{ object, verb }} />
            </Act>
          )}
          {asideNote === null && (
            <a href={`${HOME}/put-aside?${new URLSearchParams({ object, verb })}`}>
              {t.differences.putAside}
            </a>
          )}
        </span>
      </IfRight>
    </div>
  );
}

const DAYS: readonly FormField[] = [
  { at: 'from', as: 'day' },
  { at: 'to', as: 'day' },
];

const Compare = ({ page: { form } }: { page: DifferencesPage }) => (
  <Section id="compare" title={t.differences.compare.title}>
    <form class="form" method="post" action={`${HOME}/compare`} novalidate>
      <DeskKeys />
      <Fields fields={DAYS} words={t.differences.fields} form={form} />
      <Actions text={t.differences.compare.title} />
    </form>
  </Section>
);

const Runs = ({ page: { runs } }: { page: DifferencesPage }) => (
  <Section id="runs" title={t.differences.runs.title}>
    {runs.length === 0 && <p class="quiet">{t.differences.runs.none}</p>}
    <ul class="trail">
      {runs.map(({ id, fromOn, toOn, compared, differences, finishedAt }) => (
        <li key={id}>
          <time datetime={finishedAt.toISOString()}>{instant(finishedAt)}:</time>{' '}
          {t.differences.runs.run(fromOn, toOn)}, {t.differences.runs.found(compared, differences)}
        </li>
      ))}
    </ul>
  </Section>
);

export const AsideView = ({
  line,
  form,
}: Pick<DifferencesPage, 'form'> & { line: OneDifference }) => (
  <DeskForm
    title={t.differences.aside.title(`${t.payments.verbs[line.verb]}, ${line.object}`)}
    text={t.differences.aside.text}
    current="payments"
    form={form}
    fields={[{ at: 'note' }]}
    words={t.differences.fields}
    submit={t.differences.aside.submit}
    cancel={{ href: HOME }}
  >
    <Hidden values={{ object: line.object, verb: line.verb }} />
  </DeskForm>
);
