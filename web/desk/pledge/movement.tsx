import type { Day } from '../../../server/domain/day.ts';
import { STAGES, type Stage } from '../../../server/domain/stage.ts';
import { Actions, ErrorSummary } from '../../components/form.tsx';
import { StageBar, StageName } from '../../components/bar.tsx';
import { Table } from '../../components/table.tsx';
import { fullAmount } from '../../format.ts';
import type { PledgeLine } from '../../data/pages.ts';
import { EXTEND_FIELDS } from '../../forms/desk.ts';
import { Desk, DeskKeys } from '../frame.tsx';
import { DeskForm, Overtaken, Section, type DeskFormPage } from '../parts.tsx';
import { MovementFields, labelOf } from './movement-fields.tsx';
import type { BeforeAfter } from '../../data/desk.ts';
import type { MovementFormPage, MovementPreviewPage } from './data.ts';
import { t } from '../../words.ts';

export function MovementFormView(page: MovementFormPage) {
  const { verb, pledge, giver, path, form } = page;
  const words = t.deskPledge.movementWordsOf(verb, pledge.kind);
  return (
    <Desk
      title={words.title}
      text={
        <>
          {t.subjectOf(pledge)} {t.deskPledge.from} {giver.name}. {t.standingText(pledge)}
        </>
      }
      current="pledges"
      hasErrors={form.errors.length > 0}
    >
      {page.followed ? (
        <LookAgain page={page} payment={page.followed} />
      ) : (
        <form class="form spaced" method="post" action={path} novalidate>
          <StageBar pledge={pledge} height={14} />
          <ErrorSummary form={form} labelOf={labelOf(page)} />
          {page.reverseFirst.length > 0 && <ReverseFirst page={page} />}
          <DeskKeys />
          <p>{words.text}</p>
          {verb === 'receive' && pledge.kind === 'funding' && (
            <p class="hint">{t.deskPledge.paymentRefIs(page.paymentRef)}</p>
          )}
          <MovementFields page={page} />
          <Actions go="preview" text={t.deskPledge.preview}>
            <a href={`/admin/pledges/${pledge.ref}`}>{t.forms.cancel}</a>
          </Actions>
        </form>
      )}
    </Desk>
  );
}

const ReverseFirst = ({ page: { reverseFirst } }: { page: MovementFormPage }) => (
  <p>
    {t.deskPledge.reverseFirst}{' '}
    {reverseFirst.map((batch) => (
      <>
        <a href={`/admin/batches/${batch}/reverse`}>{t.deskPledge.batch(batch)}</a>{' '}
      </>
    ))}
  </p>
);

/** Stripe reports this payment: instead of recording it by hand, look at it again. */
const LookAgain = ({ page, payment }: { page: MovementFormPage; payment: string }) => (
  <form class="form spaced" method="post" action={`/admin/payments/${payment}/check`}>
    <ErrorSummary form={page.form} labelOf={() => null} />
    <DeskKeys />
    <Actions text={t.payments.one.look}>
      <a href={`/admin/payments/${payment}`}>{t.payments.one.open}</a>
      <a href={`/admin/pledges/${page.pledge.ref}`}>{t.forms.cancel}</a>
    </Actions>
  </form>
);

const NOTED = [
  'evidence.reference',
  'evidence.fee',
  'evidence.creditedCurrency',
  'evidence.creditedAmount',
  'evidence.creditedRate',
  'evidence.url',
  'evidence.note',
  'reason',
];

export function MovementPreviewView(page: MovementPreviewPage) {
  const { verb, subject, who, overtaken } = page;
  const words = t.deskPledge.movementForms[verb];
  return (
    <Desk
      title={words.title}
      text={`${subject} ${t.deskPledge.from} ${who}`}
      current="pledges"
      hasErrors={overtaken !== null}
    >
      <div class="spaced">
        <Overtaken message={overtaken} />
        <Preview page={page} submit={words.submit} leave={`/admin/pledges/${page.ref}`} />
      </div>
    </Desk>
  );
}

interface PreviewProps {
  page: MovementPreviewPage;
  submit: string;
  leave: string;
}

export const Preview = ({ page, submit, leave }: PreviewProps) => (
  <>
    <What page={page} />
    <Stages {...page} />
    <Confirm page={page} submit={submit} leave={leave} />
  </>
);

function What({ page }: { page: MovementPreviewPage }) {
  const words = t.deskPledge;
  const { before, moves, on, grade, instalments, beyond, after } = page;
  const { asset, kind } = before;
  return (
    <Section title={words.willBe(on)}>
      <ul class="will">
        {moves.map((move, index) => (
          <li key={index}>{words.willText(asset, kind, move)}</li>
        ))}
        {instalments.map((part, index) => (
          <li key={`part-${index}`}>{words.instalmentText(asset, part)}</li>
        ))}
        <li>{words.gradeIs(grade)}</li>
        <Typed page={page} />
        <ForeignBase page={page} />
        <OldRate page={page} />
        {beyond > 0n && (
          <li>
            <strong class="late">{words.flags.beyond(words.amount(asset, kind, beyond))}</strong>
          </li>
        )}
        {STAGES.every((stage) => after.stages[stage] === 0n) && (
          <li>
            <strong class="late">{words.flags.pending}</strong>
          </li>
        )}
      </ul>
    </Section>
  );
}

function Typed({ page }: { page: MovementPreviewPage }) {
  const label = labelOf({ verb: page.verb, pledge: page.before, windows: [] });
  return (
    <>
      {NOTED.filter((name) => page.values.get(name)).map((name) => (
        <li key={name} class="as-typed">
          {label(name)}: {page.values.get(name)}
        </li>
      ))}
    </>
  );
}

function ForeignBase({ page: { before, currency, moves } }: { page: MovementPreviewPage }) {
  if (before.kind !== 'funding' || before.asset === currency) return null;
  const to = moves.at(-1)!.to;
  const base = moves.reduce((sum, move) => (move.to === to ? sum + move.base : sum), 0n);
  return <li>{t.deskPledge.flags.foreign(fullAmount(base, currency))}</li>;
}

const OldRate = ({ page: { verb, before, rate } }: { page: MovementPreviewPage }) =>
  rate === null || rate.is === 'fresh' ? null : (
    <li>
      <strong class="late">{t.rates.fixed(before.asset, rate)}</strong>{' '}
      {verb === 'increase' && t.rates.fixedCure}
    </li>
  );

/** Both bars have one scale, so that lengths compare. */
export function Stages({ before, after, bases, currency }: BeforeAfter) {
  const { asset, kind } = before;
  const moved = STAGES.filter((stage) => before.stages[stage] > 0n || after.stages[stage] > 0n);
  const amount = (quantity: bigint): string => t.deskPledge.amount(asset, kind, quantity);
  const then = (stage: Stage) => {
    const [was, is] = [before.stages[stage], after.stages[stage]];
    return (
      <>
        {was === is ? amount(is) : <b>{amount(is)}</b>}
        <Base of={bases.after[stage]} line={before} currency={currency} />
      </>
    );
  };
  return (
    <Section class="own before-after wide" title={t.deskPledge.whole}>
      <p class="quiet">{t.deskPledge.now}</p>
      <StageBar pledge={before} height={14} />
      <p class="quiet">{t.deskPledge.afterwards}</p>
      <StageBar pledge={after} height={14} />
      <Table
        class="figures-table"
        rows={moved}
        columns={[
          [t.deskPledge.stage, (stage) => <StageName stage={stage} kind={kind} />],
          [
            t.deskPledge.now,
            (stage) => (
              <>
                {amount(before.stages[stage])}
                <Base of={bases.before[stage]} line={before} currency={currency} />
              </>
            ),
          ],
          [t.deskPledge.afterwards, then],
        ]}
      />
    </Section>
  );
}

const Base = ({ of, line, currency }: { of: bigint; line: PledgeLine; currency: string }) =>
  line.kind === 'funding' && line.asset !== currency ? (
    <span class="line">{fullAmount(of, currency)}</span>
  ) : null;

/** Whether confirming agrees to an old rate too. Money that has arrived is recorded at any rate. */
const agreesTo = ({ verb, rate }: MovementPreviewPage): boolean =>
  verb === 'increase' && rate?.is === 'too-old';

const Confirm = ({ page, submit, leave }: PreviewProps) => (
  <form class="form" method="post" action={page.path}>
    <DeskKeys />
    {[...page.values]
      .filter(([name]) => !['csrf', 'key', 'go', 'seen', 'useRateOf'].includes(name))
      .map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
    <input type="hidden" name="seen" value={page.seen} />
    {agreesTo(page) && <input type="hidden" name="useRateOf" value={page.rate!.on} />}
    <Actions go="confirm" text={agreesTo(page) ? t.rates.increase(page.rate!.on) : submit}>
      <button type="submit" class="minor" name="go" value="change">
        {t.deskPledge.change}
      </button>
      <a href={leave}>{t.forms.cancel}</a>
    </Actions>
  </form>
);

export interface ExtendPage extends DeskFormPage {
  ref: string;
  expectedUntil: Day | null;
}

export const ExtendView = (page: ExtendPage) => (
  <DeskForm
    title={t.extend.title(page.ref)}
    text={`${t.extend.text} ${t.extend.now(page.expectedUntil)}`}
    current="shortfall"
    form={page.form}
    fields={EXTEND_FIELDS}
    words={t.extend.fields}
    submit={t.extend.send}
    cancel={{ href: `/admin/pledges/${page.ref}` }}
  />
);
