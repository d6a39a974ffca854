import { isShut } from '../../server/domain/closing.ts';
import type { Grade } from '../../server/domain/evidence.ts';
import { Changes } from '../components/changes.tsx';
import { Table } from '../components/table.tsx';
import type { HowWeKnowPage } from '../data/how-we-know.ts';
import { count, fullAmount, fullDay, gpuHours } from '../format.ts';
import { t } from '../words.ts';
import { renderPage } from './frame.tsx';
import { Fact } from './pledge.tsx';

interface Props {
  page: HowWeKnowPage;
}

export const renderHowWeKnow = (page: HowWeKnowPage): string =>
  renderPage({
    page,
    title: t.howWeKnow.title,
    description: t.howWeKnow.lead,
    current: 'how-we-know',
    downloads: [
      { href: '/data/movements.csv', text: t.lists.csv },
      { href: '/api/v1/movements', text: t.lists.json },
    ],
    children: (
      <>
        <section class="title">
          <h1>{t.howWeKnow.title}</h1>
          <p class="quiet">{t.howWeKnow.lead}</p>
        </section>
        <Rests page={page} />
        <Late page={page} />
        <Gone page={page} />
        <Who page={page} />
        <Proof page={page} />
      </>
    ),
  });

const orDash = (amount: bigint, text: string): string => (amount === 0n ? '–' : text);

/** Columns of money and hours, each only where the page has such figures. */
const amountColumns = (
  { money, volume }: HowWeKnowPage,
  heads: { money: string; hours: string },
) => [
  ...(money
    ? [
        [
          heads.money,
          (row: { money: bigint }) => orDash(row.money, fullAmount(row.money, money.currency)),
        ] as const,
      ]
    : []),
  ...(volume
    ? [
        [
          heads.hours,
          (row: { gpuSeconds: bigint }) => orDash(row.gpuSeconds, gpuHours(row.gpuSeconds)),
        ] as const,
      ]
    : []),
];

function Rests({ page }: Props) {
  const { rests } = t.howWeKnow;
  const sum = (of: 'money' | 'gpuSeconds') => page.grades.reduce((all, row) => all + row[of], 0n);
  const total = { grade: null, money: sum('money'), gpuSeconds: sum('gpuSeconds') };
  // That nothing rests on somebody's word is worth a line; that nothing was metered is not.
  const rows = page.grades.filter(
    ({ grade, money, gpuSeconds }) => money + gpuSeconds > 0n || grade === 'self-asserted',
  );
  return (
    <section class="own wide" id="rests">
      <h2>{rests.title}</h2>
      {total.money + total.gpuSeconds === 0n ? (
        <p class="quiet">{rests.none(isShut(page.initiative))}</p>
      ) : (
        <>
          <Table
            class="figures-table"
            rows={[...rows, total]}
            columns={[[rests.evidence, Evidence], ...amountColumns(page, rests)]}
          />
          <p class="quiet">{rests.note}</p>
        </>
      )}
    </section>
  );
}

const Evidence = ({ grade }: { grade: Grade | null }) =>
  grade === null ? (
    <b>{t.howWeKnow.rests.total}</b>
  ) : (
    <>
      {t.grades[grade]} <span class="quiet">{t.howWeKnow.rests.grades[grade]}</span>
    </>
  );

function Late({ page }: Props) {
  const late = t.late(page);
  const { largest, pledges } = page.late.money;
  const words = t.howWeKnow.late;
  return (
    <section class="own wide" id="late">
      <h2>{words.title}</h2>
      <p>
        {late ? (
          <>
            <b class="late">{t.lateLead}</b> {late}
          </>
        ) : (
          words.none
        )}{' '}
        {page.late.hours.missing > 0n && <a href="/compute">{words.hours}</a>}
      </p>
      {largest.length > 0 && (
        <Table
          class="figures-table"
          rows={largest}
          columns={[
            [words.pledge, ({ ref }) => <a href={`/pledges/${ref}`}>{ref}</a>],
            [words.dueOn, ({ dueOn }) => fullDay(dueOn)],
            [words.amount, ({ quantity, asset }) => fullAmount(quantity, asset)],
          ]}
        />
      )}
      {pledges > largest.length && <p class="quiet">{words.largest(largest.length)}</p>}
    </section>
  );
}

function Gone({ page }: Props) {
  const { gone } = t.howWeKnow;
  const { reply, name } = page.initiative;
  return (
    <section class="own wide" id="gone">
      <h2>{gone.title}</h2>
      {page.gone.length === 0 ? (
        <p class="quiet">{gone.none}</p>
      ) : (
        <Table
          class="figures-table"
          rows={page.gone}
          columns={[
            [gone.what, ({ what }) => gone.stages[what]],
            [gone.pledges, ({ pledges }) => count(pledges)],
            ...amountColumns(page, gone),
          ]}
        />
      )}
      {reply && (
        <p>
          <b>{gone.reply(name)}</b> {reply}
        </p>
      )}
      {page.back.length > 0 && (
        <Changes title={gone.newest} changes={page.back} asOf={page.asOf.at} />
      )}
    </section>
  );
}

const WHO = ['name', 'registration', 'country', 'taxStatus', 'contact'] as const;

function Who({ page: { initiative, rates } }: Props) {
  const { recipient } = initiative;
  const earlier = t.earlierRecipients(recipient);
  // A record of others has no recipient of its own.
  if (isShut(initiative) && recipient === null && !rates?.used) return null;
  return (
    <section class="own" id="who">
      <h2>{t.howWeKnow.who.title}</h2>
      <dl class="terms">
        <Fact name={t.howWeKnow.who.initiative}>{initiative.name}</Fact>
        {WHO.filter((name) => recipient?.[name]).map((name) => (
          <Fact key={name} name={t.howWeKnow.who[name]}>
            {recipient![name]}
          </Fact>
        ))}
      </dl>
      {recipient === null && !initiative.closed && <p class="quiet">{t.recipient(null)}</p>}
      {earlier && <p class="quiet">{t.earlierRecipientsAre(earlier)}</p>}
      {rates?.used && (
        <p class="quiet">
          {t.ratesOf(rates.on)} {rates.stale && <strong class="late">{t.staleRates}</strong>}
        </p>
      )}
    </section>
  );
}

function Proof({ page }: Props) {
  const { proof } = t.howWeKnow;
  const [open, file, sums] = proof.sums('pledges.csv');
  const [before, command, after] = t.check.verify('npm run verify');
  return (
    <details id="proof" class="check">
      <summary>{proof.title}</summary>
      {proof.list.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        {open}
        <a href="/data/pledges.csv">{file}</a>
        {sums}
      </p>
      <p>
        {before}
        <code>{command}</code>
        {after}
      </p>
      <p>
        <a href="/ledger">{proof.ledger(page.asOf.size)}</a>
      </p>
      <h3>{proof.technical}</h3>
      <p>{t.check.checkpoint(page.asOf.size)}</p>
      <pre>{page.note.trimEnd()}</pre>
      <p>
        {t.check.key} <code>{page.verifierKey}</code>
      </p>
      {(
        [
          ['/log/checkpoint', t.check.note],
          ['/api/v1/entries', t.check.entries],
          ['/api/v1/movements', t.check.movements],
        ] as const
      ).map(([href, text]) => (
        <p key={href}>
          <a href={href}>{href}</a>: {text}
        </p>
      ))}
    </details>
  );
}
