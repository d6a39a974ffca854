/** Movements by hand: a form, and what it would do. */
import { STAGES } from '../../server/domain/stage.ts';
import { ErrorSummary } from '../components/form.tsx';
import { StageBar, StageName } from '../components/stage-bar.tsx';
import { fullAmount } from '../format.ts';
import { deskPledge as t } from '../messages/en-desk-pledge.ts';
import { standingText, subjectOf } from '../messages/en-pledges.ts';
import { rates } from '../messages/en-rates.ts';
import { en } from '../messages/en.ts';
import type { PledgeLine } from '../model-pages.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk } from './frame.tsx';
import { HAND_FIELDS, labelOf } from './hand-fields.tsx';
import type { HandFormPage, HandPreviewPage } from './model-pledge.ts';

export function renderHandForm(page: HandFormPage, assets: Assets): string {
  const { frame, verb, pledge, giver, path, form } = page;
  const words = t.handOf(verb, pledge.kind);
  return renderDesk({
    frame,
    title: words.title,
    text: (
      <>
        {subjectOf(pledge)} {t.from} {giver.name}. {standingText(pledge)}
      </>
    ),
    current: 'pledges',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form hand" method="post" action={path} novalidate>
        <StageBar pledge={pledge} height={14} />
        <ErrorSummary form={form} labelOf={labelOf(page)} t={en} />
        {page.reverseFirst.length > 0 && <ReverseFirst page={page} />}
        <DeskKeys frame={frame} />
        <p>{words.text}</p>
        {verb === 'receive' && pledge.kind === 'funding' && (
          <p class="hint">{t.paymentRefIs(page.paymentRef)}</p>
        )}
        {HAND_FIELDS[verb](page)}
        <p class="actions">
          <button type="submit" name="go" value="preview">
            {t.preview}
          </button>
          <a href={`/admin/pledges/${pledge.ref}`}>{t.leave}</a>
        </p>
      </form>
    ),
  });
}

/** The batches that stand in the way, each with its own page. */
const ReverseFirst = ({ page: { reverseFirst } }: { page: HandFormPage }) => (
  <p>
    {t.reverseFirst}{' '}
    {reverseFirst.map((batch) => (
      <>
        <a href={`/admin/batches/${batch}/reverse`}>{t.batch(batch)}</a>{' '}
      </>
    ))}
  </p>
);

const NOTED = ['evidence.reference', 'evidence.fee', 'evidence.url', 'evidence.note', 'reason'];

export function renderHandPreview(page: HandPreviewPage, assets: Assets): string {
  const { frame, verb, subject, who, overtaken } = page;
  const words = t.hands[verb];
  return renderDesk({
    frame,
    title: words.title,
    text: `${subject} ${t.from} ${who}`,
    current: 'pledges',
    hasErrors: overtaken !== null,
    assets,
    children: (
      <div class="hand">
        {overtaken && (
          <p class="errors" role="alert" tabIndex={-1} autofocus>
            {t.overtaken(overtaken)}
          </p>
        )}
        <Preview page={page} submit={words.submit} leave={`/admin/pledges/${page.ref}`} />
      </div>
    ),
  });
}

interface PreviewProps {
  page: HandPreviewPage;
  submit: string;
  /** Where one goes who leaves it as it is. */
  leave: string;
}

/** What a form would do, and the button that does it. */
export const Preview = ({ page, submit, leave }: PreviewProps) => (
  <>
    <What page={page} />
    <Stages page={page} />
    <Confirm page={page} submit={submit} leave={leave} />
  </>
);

/** What will be recorded, in sentences, and what is unusual about it. */
function What({ page }: { page: HandPreviewPage }) {
  const { before, moves, on, grade, instalments, beyond, after } = page;
  const { asset, kind } = before;
  return (
    <section class="own">
      <h2>{t.willBe(on)}</h2>
      <ul class="will">
        {moves.map((move, index) => (
          <li key={index}>{t.willText(asset, kind, move)}</li>
        ))}
        {instalments.map((part, index) => (
          <li key={`part-${index}`}>{t.instalmentText(asset, part)}</li>
        ))}
        <li>{t.gradeIs(grade)}</li>
        <Typed page={page} />
        <ForeignBase page={page} />
        <OldRate page={page} />
        {beyond > 0n && (
          <li>
            <strong class="late">{t.flags.beyond(t.amount(asset, kind, beyond))}</strong>
          </li>
        )}
        {STAGES.every((stage) => after.stages[stage] === 0n) && (
          <li>
            <strong class="late">{t.flags.pending}</strong>
          </li>
        )}
      </ul>
    </section>
  );
}

/** What goes with it, in the words that were typed. */
function Typed({ page }: { page: HandPreviewPage }) {
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

/** What the movements of another currency come to in the initiative's. */
function ForeignBase({ page: { before, currency, moves } }: { page: HandPreviewPage }) {
  if (before.kind !== 'funding' || before.asset === currency) return null;
  const to = moves.at(-1)!.to;
  const base = moves.reduce((sum, move) => (move.to === to ? sum + move.base : sum), 0n);
  return <li>{t.flags.foreign(fullAmount(base, currency))}</li>;
}

/** Of what is new: that it counts at a rate older than 10 days. */
const OldRate = ({ page: { verb, before, rate } }: { page: HandPreviewPage }) =>
  rate === null || rate.is === 'fresh' ? null : (
    <li>
      <strong class="late">{rates.fixed(before.asset, rate)}</strong>{' '}
      {verb === 'increase' && rates.fixedCure}
    </li>
  );

const Bar = ({ name, line }: { name: string; line: PledgeLine }) => (
  <>
    <p class="quiet">{name}</p>
    <StageBar pledge={line} height={14} />
  </>
);

/** Both bars are of one whole, so that lengths can be compared. */
export function Stages({
  page,
}: {
  page: Pick<HandPreviewPage, 'before' | 'after' | 'bases' | 'currency'>;
}) {
  const { before, after, bases, currency } = page;
  const { asset, kind } = before;
  const moved = STAGES.filter((stage) => before.stages[stage] > 0n || after.stages[stage] > 0n);
  const amount = (quantity: bigint): string => t.amount(asset, kind, quantity);
  return (
    <section class="own before-after">
      <h2>{t.whole}</h2>
      <Bar name={t.now} line={before} />
      <Bar name={t.afterwards} line={after} />
      <table class="figures-table">
        <thead>
          <tr>
            <th scope="col">{t.stage}</th>
            <th scope="col">{t.now}</th>
            <th scope="col">{t.afterwards}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((stage) => {
            const hasChanged = before.stages[stage] !== after.stages[stage];
            const then = amount(after.stages[stage]);
            return (
              <tr key={stage}>
                <th scope="row">
                  <StageName stage={stage} kind={kind} />
                </th>
                <td>
                  {amount(before.stages[stage])}
                  <Base of={bases.before[stage]} line={before} currency={currency} />
                </td>
                <td>
                  {hasChanged ? <b>{then}</b> : then}
                  <Base of={bases.after[stage]} line={before} currency={currency} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The same in base, where that is another number. */
const Base = ({ of, line, currency }: { of: bigint; line: PledgeLine; currency: string }) =>
  line.kind === 'funding' && line.asset !== currency ? (
    <span class="line">{fullAmount(of, currency)}</span>
  ) : null;

/** Whether confirming also agrees to a rate: money that has arrived is recorded whatever its rate. */
const agreesTo = ({ verb, rate }: HandPreviewPage): boolean =>
  verb === 'increase' && rate?.is === 'too-old';

/** What was typed goes along, and what was looked at. */
const Confirm = ({ page, submit, leave }: PreviewProps) => (
  <form class="form" method="post" action={page.path}>
    <DeskKeys frame={page.frame} />
    {[...page.values]
      .filter(([name]) => !['csrf', 'key', 'go', 'seen', 'useRateOf'].includes(name))
      .map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
    <input type="hidden" name="seen" value={page.seen} />
    {agreesTo(page) && <input type="hidden" name="useRateOf" value={page.rate!.on} />}
    <p class="actions">
      <button type="submit" name="go" value="confirm">
        {agreesTo(page) ? rates.increase(page.rate!.on) : submit}
      </button>
      <button type="submit" class="minor" name="go" value="change">
        {t.change}
      </button>
      <a href={leave}>{t.leave}</a>
    </p>
  </form>
);
