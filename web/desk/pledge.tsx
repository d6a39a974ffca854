/** A pledge at the desk: what it says, where it stands, how it came there, and who recorded it. */
import { MOVES, STAGES, type MoveVerb } from '../../server/domain/stage.ts';
import { OutwardLink } from '../components/link.tsx';
import { StageBar, StageName } from '../components/stage-bar.tsx';
import { fullDay, instant } from '../format.ts';
import { audit } from '../messages/en-desk-audit.ts';
import { deskMetering as metering } from '../messages/en-desk-metering.ts';
import { deskPledge as t } from '../messages/en-desk-pledge.ts';
import { standingText, subjectOf } from '../messages/en-pledges.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { Terms, Values } from '../pledge.tsx';
import { renderDesk } from './frame.tsx';
import { GiverName } from './payment-parts.tsx';
import { Payments } from './pledge-payments.tsx';
import { Private } from './pledge-private.tsx';
import { Schedule } from './pledge-schedule.tsx';
import { HAND_VERBS, type DeskBatch, type DeskPledgePage, type HandVerb } from './model-pledge.ts';

export function renderDeskPledge(page: DeskPledgePage, assets: Assets): string {
  const { frame, pledge, giver, status } = page;
  return renderDesk({
    frame,
    title: subjectOf(pledge),
    text: (
      <>
        {t.from} <GiverName {...giver} /> {t.giverStatus(giver.status)}
      </>
    ),
    current: 'pledges',
    hasErrors: page.refused !== null,
    assets,
    children: (
      <>
        {page.refused !== null && (
          <div class="errors" role="alert" tabIndex={-1} autofocus>
            <p>{page.refused}</p>
          </div>
        )}
        <Standing page={page} />
        <div class="records">
          <section>
            <h2>{en.pledge.terms}</h2>
            <Terms page={page} isAccepted={status === 'accepted'} t={en} />
            <Private page={page} />
          </section>
          <div>
            <Acts page={page} />
            {pledge.instalments.length > 0 && <Schedule page={page} />}
          </div>
          {page.values && <Values values={page.values} page={page} t={en} />}
          <Batches page={page} />
          <Payments page={page} />
          <Trail page={page} />
        </div>
      </>
    ),
  });
}

const amountOf =
  ({ pledge }: Pick<DeskPledgePage, 'pledge'>) =>
  (quantity: bigint): string =>
    t.amount(pledge.asset, pledge.kind, quantity);

function Standing({ page }: { page: DeskPledgePage }) {
  const { pledge, status, asked, beyond } = page;
  const amount = amountOf(page);
  return (
    <section class="standing-now">
      <p>
        <strong>{t.status[status]}</strong>
        {status === 'accepted' && `. ${standingText(pledge)}`}{' '}
        {beyond > 0n && <strong class="late">{t.beyond(amount(beyond))}</strong>}
      </p>
      {(status === 'pending' || asked !== null) && (
        <p>
          {asked !== null && t.asked(amount(asked))} <a href="/admin">{t.toQueue}</a>
        </p>
      )}
      {status === 'ready' && (
        <p>
          <a href="/admin?kind=ready">{t.toReady}</a>
        </p>
      )}
      {page.request && (
        <p>
          {t.requests[page.request]} <a href="/admin?kind=request">{t.toQueue}</a>
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
  const { pledge, bases, currency } = page;
  const { kind, asset, stages } = pledge;
  const isPar = asset === currency;
  return (
    <table class="figures-table">
      <thead>
        <tr>
          <th scope="col">{t.stage}</th>
          <th scope="col">{t.quantity(kind, asset)}</th>
          {!isPar && <th scope="col">{t.base(kind, currency)}</th>}
        </tr>
      </thead>
      <tbody>
        {STAGES.filter((stage) => stages[stage] > 0n).map((stage) => (
          <tr key={stage}>
            <th scope="row">
              <StageName stage={stage} kind={kind} />
            </th>
            <td>{t.figure(asset, kind, stages[stage])}</td>
            {!isPar && <td>{t.figure(currency, kind, bases[stage])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The verbs that have something to take from; money that has arrived is never refused. */
function actsOf({ pledge, giver, frame }: DeskPledgePage): HandVerb[] {
  const draws = (verb: MoveVerb): boolean =>
    MOVES[verb].from.some((place) => place !== 'outside' && pledge.stages[place] > 0n);
  const grows = pledge.kind === 'funding' && giver.status !== 'giver' && !frame.initiative.closed;
  const others = HAND_VERBS.filter((verb) =>
    verb === 'increase' ? grows : verb !== 'receive' && verb !== 'reverse' && draws(verb),
  );
  return ['receive', ...others];
}

function Acts({ page }: { page: DeskPledgePage }) {
  const { pledge, status, frame } = page;
  if (status !== 'accepted') return null;
  return (
    <section>
      {frame.rights.includes('record') && (
        <>
          <h2>{t.acts}</h2>
          <ul class="acts-list">
            {actsOf(page).map((verb) => (
              <li key={verb}>
                <a href={`/admin/pledges/${pledge.ref}/${verb}`}>{t.hands[verb].link}</a>
              </li>
            ))}
            {pledge.kind === 'compute' && (
              <li>
                <a href={`/admin/pledges/${pledge.ref}/metering`}>{metering.link}</a>
              </li>
            )}
          </ul>
        </>
      )}
      <p>
        <a href={`/pledges/${pledge.ref}`}>{t.publicPage}</a>
      </p>
    </section>
  );
}

function Batches({ page }: { page: DeskPledgePage }) {
  const { batches, hasMore, pledge } = page;
  return (
    <section class="wide">
      <h2>{t.movements}</h2>
      {batches.length === 0 && <p class="quiet">{t.nothing}</p>}
      {batches.length > 0 && (
        <table class="figures-table batches">
          <thead>
            <tr>
              <th scope="col">{t.on}</th>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.evidence}</th>
              <th scope="col">{t.recorded}</th>
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <Batch key={batch.batch} batch={batch} page={page} />
            ))}
          </tbody>
        </table>
      )}
      {hasMore && (
        <p>
          <a href={`/admin/movements?ref=${pledge.ref}`}>{t.more}</a>
        </p>
      )}
    </section>
  );
}

/** A receipt beyond the promise reinstates first, and is a receipt. */
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
    <b>{t.verbs[verbOf(batch)][kind]}</b>{' '}
    {batch.state === 'reversed' && <strong class="late">{t.states.reversed}</strong>}
    {batch.moves.map((move, index) => (
      <span class="line" key={index}>
        {t.moveText(asset, kind, move)}
      </span>
    ))}
  </>
);

function Batch({ batch, page }: { batch: DeskBatch; page: DeskPledgePage }) {
  const { pledge, frame, status } = page;
  const canReverse =
    batch.state === 'stands' && status === 'accepted' && frame.rights.includes('record');
  return (
    <tr>
      <th scope="row">
        <time datetime={batch.on}>{fullDay(batch.on)}</time>
        {batch.until > batch.on && (
          <>
            {' – '}
            <time datetime={batch.until}>{fullDay(batch.until)}</time>
          </>
        )}
      </th>
      <td>
        <BatchWhat batch={batch} pledge={pledge} />
      </td>
      <td>
        <OutwardLink url={batch.url}>{t.grades[batch.grade]}</OutwardLink>
        {batch.reference && <span class="line">{t.reference(batch.reference)}</span>}
        {batch.fee !== null && <span class="line">{t.fee(amountOf(page)(batch.fee))}</span>}
        {batch.note && <span class="line as-typed">{batch.note}</span>}
      </td>
      <td>
        {instant(batch.recordedAt)}
        {batch.doer && <span class="line">{t.by(audit.who(batch.doer))}</span>}
        <span class="line">
          <a href={`/ledger?cursor=${batch.seq + 1}#entry-${batch.seq}`}>{t.entry(batch.seq)}</a>
          {canReverse && (
            <>
              {' · '}
              <a href={`/admin/batches/${batch.batch}/reverse`}>{t.hands.reverse.link}</a>
            </>
          )}
        </span>
      </td>
    </tr>
  );
}

const Trail = ({ page: { trail, pledge } }: { page: DeskPledgePage }) => (
  <section class="wide">
    <h2>{t.trail}</h2>
    {trail.length === 0 && <p class="quiet">{t.noTrail}</p>}
    <ul class="trail">
      {trail.map((line) => (
        <li key={line.id}>
          <time datetime={line.at.toISOString()}>{instant(line.at)}</time> {audit.who(line.doer)}{' '}
          {audit.did(line)}
        </li>
      ))}
    </ul>
    {trail.length > 0 && (
      <p>
        <a href={`/admin/audit?object=${pledge.ref}`}>{t.allTrail}</a>
      </p>
    )}
  </section>
);
