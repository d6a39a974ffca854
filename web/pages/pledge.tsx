import type { ComponentChildren } from 'preact';
import { Changes } from '../components/changes.tsx';
import { OutwardLink } from '../components/link.tsx';
import { Named, typed } from '../components/name.tsx';
import { Instalments, Months } from '../components/schedule.tsx';
import { GiverLink } from '../components/signatories.tsx';
import { FlowChart } from '../components/flow-chart.tsx';
import { Swatch } from '../components/pattern.tsx';
import { STAGE_PATTERNS, StageBar, heldIn, toneOf } from '../components/bar.tsx';
import { Table } from '../components/table.tsx';
import { fullAmount } from '../format.ts';
import { renderPage } from './frame.tsx';
import type { PledgePage, PledgeValues } from '../data/pages.ts';
import { t } from '../words.ts';

export const renderPledge = (page: PledgePage): string => {
  const { pledge } = page;
  const title = t.pledge.by(t.subjectOf(pledge), pledge.who);
  const { lead, after } = t.pledge.standingSentence(pledge);
  return renderPage({
    page,
    title,
    description: `${title}: ${lead}${after}`,
    current: 'givers',
    isBelow: true,
    downloads: [{ href: `/api/v1/pledges/${pledge.ref}`, text: t.lists.json }],
    children: <Pledge page={page} title={title} />,
  });
};

interface Props {
  page: PledgePage;
}

function Pledge({ page, title }: Props & { title: string }) {
  const { pledge, values, changes, more } = page;
  const { lead, after } = t.pledge.standingSentence(pledge);
  return (
    <>
      <section class="title">
        <h1>
          <Named text={title} names={[pledge.site, pledge.who]} />
        </h1>
      </section>
      <section class={`figure ${toneOf(pledge)} standing-now`}>
        <h2>
          <strong>{lead}</strong>
          {after}
        </h2>
        <StageBar pledge={pledge} />
        <Key page={page} />
        <FlowChart page={page} />
      </section>
      <div class="records">
        <section>
          <h2>{t.pledge.terms}</h2>
          <Terms page={page} />
        </section>
        <div>
          <Changes title={t.pledge.evidence} changes={changes} asOf={page.asOf.at} detailed />
          {more && (
            <p>
              <a href={`/api/v1/movements?ref=${pledge.ref}`}>{t.pledge.more}</a>
            </p>
          )}
        </div>
        {pledge.instalments.length > 0 && (
          <section class="wide">
            <h2>{t.pledge.schedule}</h2>
            <Instalments {...pledge} today={page.today} />
          </section>
        )}
        {page.months.length > 0 && <Months page={page} />}
        {values && <Values values={values} page={page} />}
      </div>
    </>
  );
}

function Key({ page: { pledge } }: Props) {
  const parts = STAGE_PATTERNS.map((part) => ({
    ...part,
    held: heldIn(pledge.stages, part.stages),
  }));
  return (
    <ul class="key">
      {parts
        .filter(({ held }) => held > 0n)
        .map(({ pattern, word, held }) => (
          <li key={word}>
            <Swatch pattern={pattern} tone={toneOf(pledge)} /> {t.stageOf(word, pledge.kind)}{' '}
            <b>{t.quantityOf(pledge.asset, pledge.kind, held)}</b>
          </li>
        ))}
    </ul>
  );
}

export const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface FactsProps {
  page: Pick<PledgePage, 'pledge' | 'currency'>;
}

/** A pledge that isn't accepted has no day and no rate. */
export function Terms({
  page: { pledge, currency },
  isAccepted = true,
}: FactsProps & { isAccepted?: boolean }) {
  const words = t.pledge;
  const isPar = pledge.kind === 'funding' && pledge.asset === currency;
  return (
    <dl class="terms">
      <Fact name={words.reference}>
        <code>{pledge.ref}</code>
      </Fact>
      {pledge.who !== null && pledge.giverId !== null && (
        <Fact name={words.giver}>
          <GiverLink id={pledge.giverId}>{pledge.who}</GiverLink>
        </Fact>
      )}
      {isAccepted && <Fact name={words.accepted}>{t.date(pledge.acceptedOn)}</Fact>}
      <Fact name={words.total}>
        {pledge.kind === 'funding'
          ? fullAmount(pledge.total, pledge.asset)
          : t.quantityOf(pledge.asset, pledge.kind, pledge.total)}
        {pledge.grant && `, ${words.grant(pledge.grant.from, pledge.grant.to)}`}
      </Fact>
      {pledge.windows.length > 0 && (
        <Fact name={words.windows}>
          <ul>
            {pledge.windows.map((window, index) => (
              <li key={index}>{words.window(pledge.asset, window)}</li>
            ))}
          </ul>
        </Fact>
      )}
      {pledge.members.length > 0 && (
        <Fact name={words.together}>
          <Named text={words.listed(pledge.members)} names={pledge.members} />
        </Fact>
      )}
      {pledge.site && <Fact name={words.where}>{typed(pledge.site)}</Fact>}
      {t.pledgeForm.said(pledge.details, true).map(([label, text]) => (
        <Fact name={label} key={label}>
          {typed(text)}
        </Fact>
      ))}
      {pledge.paidThrough && (
        <Fact name={words.paidThrough[pledge.paidThrough.kind]}>
          {typed(pledge.paidThrough.name)}
        </Fact>
      )}
      {pledge.measuredBy && (
        <Fact name={words.measured}>{words.measuredBy[pledge.measuredBy]}</Fact>
      )}
      {pledge.expectedUntil && <Fact name={words.expected}>{t.date(pledge.expectedUntil)}</Fact>}
      {pledge.bought && <Fact name={words.source}>{words.bought}</Fact>}
      {pledge.condition && (
        <Fact name={words.condition}>
          {words.conditionSentence(pledge.condition, currency)} {pledge.firm && words.firm}
        </Fact>
      )}
      {isAccepted && !isPar && (
        <Fact name={words.rate}>
          {words.rateSentence(pledge, currency)}{' '}
          {pledge.rate.given && (
            <OutwardLink url={pledge.rate.given.url}>{pledge.rate.given.source}</OutwardLink>
          )}{' '}
          {pledge.rate.stale && <strong class="late">{words.staleRate}</strong>}
        </Fact>
      )}
    </dl>
  );
}

/** An amount in another currency: at its reference rate, at exchange rates, and the difference. */
export function Values({ values, page }: FactsProps & { values: PledgeValues }) {
  const { outstanding, received } = values;
  const { asset } = page.pledge;
  const { currency } = page;
  const words = t.pledge;
  const rows = [
    {
      name: words.open,
      ...outstanding,
      value: outstanding.today,
      note: outstanding.rateOn && words.rateOn(outstanding.rateOn),
    },
    { name: words.receivedInAll, ...received, value: received.settled, note: words.settled },
  ].filter(({ quantity }) => quantity > 0n);
  if (rows.length === 0) return null;
  return (
    <section class="wide">
      <h2>{words.values}</h2>
      <Table
        class="figures-table"
        rows={rows}
        columns={[
          [
            '',
            ({ name, note }) => (
              <>
                {name} <span class="quiet">{note}</span>
              </>
            ),
          ],
          [words.amount, ({ quantity }) => fullAmount(quantity, asset)],
          [words.atReference, ({ base }) => fullAmount(base, currency)],
          [
            words.valued,
            ({ value }) => (value === null ? words.noRate : fullAmount(value, currency)),
          ],
          [
            words.difference,
            ({ value, base }) => (value === null ? '' : words.signed(value - base, currency)),
          ],
        ]}
      />
    </section>
  );
}
