import { MOVES, STAGES, type MoveVerb, type Stage } from '../../../server/domain/stage.ts';
import { entryPath } from '../../components/changes.tsx';
import { OutwardLink } from '../../components/link.tsx';
import { StageBar, StageName } from '../../components/bar.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { fullDay, instant } from '../../format.ts';
import { Terms, Values } from '../../pages/pledge.tsx';
import { Desk, IfRight, titleOf, useFrame } from '../frame.tsx';
import { LinkLine, Refusal, Section, TableSection, Trail } from '../parts.tsx';
import { AdminNote } from '../entry/note.tsx';
import { GiverName } from '../payments/parts.tsx';
import { queuePath } from '../queue/parts.tsx';
import { Payments, Private, Schedule } from './sections.tsx';
import type { DeskBatch, DeskPledgePage } from './data.ts';
import { t } from '../../words.ts';
import { DESK_VERBS, type DeskVerb } from '../../data/desk.ts';

export function DeskPledgeView(page: DeskPledgePage) {
  const { pledge, giver, status } = page;
  return (
    <Desk
      title={t.subjectOf(pledge)}
      text={
        <>
          {t.deskPledge.from} <GiverName {...giver} /> {t.deskPledge.giverStatus(giver.status)}
        </>
      }
      current="pledges"
      hasErrors={page.refused !== null}
    >
      {page.refused !== null && <Refusal text={page.refused} />}
      <Standing page={page} />
      <div class="records">
        <section>
          <h2>{t.pledge.terms}</h2>
          <Terms page={page} isAccepted={status === 'accepted'} />
          <Private page={page} />
        </section>
        <div>
          <Acts page={page} />
          {page.visibility === 'public' && (
            <IfRight right="decide">
              <LinkLine href={`/admin/pledges/${pledge.ref}/members`} text={t.entry.members.link} />
            </IfRight>
          )}
          <AdminNote text={page.adminNote} path={`/admin/pledges/${pledge.ref}`} />
          {pledge.instalments.length > 0 && <Schedule page={page} />}
        </div>
        {page.values && <Values values={page.values} page={page} />}
        <Batches page={page} />
        <Payments page={page} />
        <History page={page} />
      </div>
    </Desk>
  );
}

const amountOf =
  ({ pledge }: Pick<DeskPledgePage, 'pledge'>) =>
  (quantity: bigint): string =>
    t.deskPledge.amount(pledge.asset, pledge.kind, quantity);

function Standing({ page }: { page: DeskPledgePage }) {
  const words = t.deskPledge;
  const { pledge, status, asked, beyond, request } = page;
  const amount = amountOf(page);
  return (
    <section class="standing-now wide">
      <p>
        <strong>{words.status[status]}</strong>
        {status === 'accepted' && `. ${t.standingText(pledge)}`}{' '}
        {beyond > 0n && <strong class="late">{words.beyond(amount(beyond))}</strong>}
      </p>
      {(status === 'pending' || asked !== null) && (
        <p>
          {asked !== null && words.asked(amount(asked))}{' '}
          <a href={queuePath('pledge', pledge.ref)}>{words.toQueue}</a>
        </p>
      )}
      {status === 'ready' && <LinkLine href="/admin/queue?kind=ready" text={words.toReady} />}
      {request && (
        <p>
          {words.requests[request]} <a href={queuePath('request', pledge.ref)}>{words.toQueue}</a>
        </p>
      )}
      {status === 'accepted' && (
        <>
          <StageBar pledge={pledge} height={14} />
          <StageTable page={page} />
        </>
      )}
    </section>
  );
}

function StageTable({ page }: { page: DeskPledgePage }) {
  const words = t.deskPledge;
  const { pledge, bases, currency } = page;
  const { kind, asset, stages } = pledge;
  const base: [head: string, (stage: Stage) => string] = [
    words.base(kind, currency),
    (stage) => words.figure(currency, kind, bases[stage]),
  ];
  return (
    <Table
      class="figures-table"
      rows={STAGES.filter((stage) => stages[stage] > 0n)}
      columns={[
        [words.stage, (stage) => <StageName stage={stage} kind={kind} />],
        [words.quantity(kind, asset), (stage) => words.figure(asset, kind, stages[stage])],
        ...(asset === currency ? [] : [base]),
      ]}
    />
  );
}

/** The verbs that have something to take from. Money that has arrived can always be recorded. */
function actsOf({ pledge, giver }: DeskPledgePage, isClosed: boolean): DeskVerb[] {
  const draws = (verb: MoveVerb): boolean =>
    MOVES[verb].from.some((place) => place !== 'outside' && pledge.stages[place] > 0n);
  const grows = pledge.kind === 'funding' && giver.status !== 'giver' && !isClosed;
  const others = DESK_VERBS.filter((verb) =>
    verb === 'increase' ? grows : verb !== 'receive' && verb !== 'reverse' && draws(verb),
  );
  return ['receive', ...others];
}

function Acts({ page }: { page: DeskPledgePage }) {
  const { initiative } = useFrame();
  const { pledge, status } = page;
  if (status !== 'accepted') return null;
  return (
    <section>
      <IfRight right="record">
        <>
          <h2>{t.deskPledge.acts}</h2>
          <ul class="acts-list">
            {actsOf(page, initiative.closed).map((verb) => (
              <li key={verb}>
                <a href={`/admin/pledges/${pledge.ref}/${verb}`}>
                  {t.deskPledge.movementForms[verb].link}
                </a>
              </li>
            ))}
            {pledge.kind === 'compute' && (
              <li>
                <a href={`/admin/pledges/${pledge.ref}/metering`}>{t.metering.title}</a>
              </li>
            )}
          </ul>
        </>
      </IfRight>
      {page.canRemind && (
        <IfRight right="decide">
          <LinkLine href={`/admin/pledges/${pledge.ref}/remind`} text={t.emails.remind.link} />
        </IfRight>
      )}
      <LinkLine href={`/pledges/${pledge.ref}`} text={t.deskPledge.publicPage} />
    </section>
  );
}

function Batches({ page }: { page: DeskPledgePage }) {
  const { batches, hasMore, pledge } = page;
  return (
    <TableSection
      title={t.deskPledge.movements}
      none={t.deskPledge.nothing}
      rows={batches}
      columns={columnsOf(page)}
    >
      {hasMore && <LinkLine href={`/admin/movements?ref=${pledge.ref}`} text={t.deskPledge.more} />}
    </TableSection>
  );
}

interface BatchProps {
  batch: DeskBatch;
  page: DeskPledgePage;
}

/** A receipt beyond the promise begins with a reinstatement. */
const verbOf = ({ moves }: Pick<DeskBatch, 'moves'>) =>
  (moves.find(({ verb }) => verb === 'receive') ?? moves[0]!).verb;

export const BatchWhat = ({
  batch,
  pledge: { asset, kind },
}: {
  batch: Pick<DeskBatch, 'moves' | 'state'>;
  pledge: Pick<DeskPledgePage['pledge'], 'asset' | 'kind'>;
}) => (
  <>
    <b>{t.deskPledge.verbs[verbOf(batch)][kind]}</b>{' '}
    {batch.state === 'reversed' && <strong class="late">{t.deskPledge.undone}</strong>}
    {batch.moves.map((move, index) => (
      <span class="line" key={index}>
        {t.deskPledge.moveText(asset, kind, move)}
      </span>
    ))}
  </>
);

const columnsOf = (page: DeskPledgePage): Column<DeskBatch>[] => [
  [
    t.deskPledge.on,
    ({ on, until }) => (
      <>
        <time datetime={on}>{fullDay(on)}</time>
        {until > on && (
          <>
            {' – '}
            <time datetime={until}>{fullDay(until)}</time>
          </>
        )}
      </>
    ),
  ],
  [t.deskPledge.what, (batch) => <BatchWhat batch={batch} pledge={page.pledge} />],
  [t.deskPledge.evidence, (batch) => <Evidence batch={batch} page={page} />],
  [t.deskPledge.recorded, (batch) => <Recorded batch={batch} page={page} />],
];

/** What was paid, and became of it at the bank. */
function Credited({ batch: { credited, fee, moves }, page }: BatchProps) {
  if (credited === null) return null;
  const amount = amountOf(page);
  const received = moves
    .filter(({ to }) => to === 'received')
    .reduce((sum, { quantity }) => sum + quantity, 0n);
  return (
    <span class="line">
      {t.deskPledge.credited(amount(received), fee === null ? null : amount(fee), credited)}
    </span>
  );
}

const Evidence = ({
  batch: { url, grade, reference, fee, note, credited },
  batch,
  page,
}: BatchProps) => (
  <>
    <OutwardLink url={url}>{t.grades[grade]}</OutwardLink>
    {reference && <span class="line">{t.deskPledge.reference(reference)}</span>}
    <Credited batch={batch} page={page} />
    {fee !== null && credited === null && (
      <span class="line">{t.deskPledge.fee(amountOf(page)(fee))}</span>
    )}
    {note && <span class="line as-typed">{note}</span>}
  </>
);

function Recorded({ batch: { batch, state, recordedAt, doer, seq }, page }: BatchProps) {
  return (
    <>
      {instant(recordedAt)}
      {doer && <span class="line">{t.deskPledge.by(t.audit.who(doer))}</span>}
      <span class="line">
        <a id={`seq-${seq}`} href={entryPath(seq)}>
          {t.deskPledge.entry(seq)}
        </a>
        {state === 'stands' && page.status === 'accepted' && (
          <IfRight right="record">
            {' · '}
            <a href={`/admin/batches/${batch}/reverse`} aria-describedby={`seq-${seq}`}>
              {t.deskPledge.movementForms.reverse.link}
            </a>
          </IfRight>
        )}
      </span>
    </>
  );
}

const History = ({ page: { trail, pledge } }: { page: DeskPledgePage }) => (
  <Section class="wide" title={titleOf('audit')}>
    {trail.length === 0 && <p class="quiet">{t.deskPledge.noTrail}</p>}
    <Trail lines={trail} />
    {trail.length > 0 && (
      <LinkLine href={`/admin/audit?object=${pledge.ref}`} text={t.deskPledge.allTrail} />
    )}
  </Section>
);
