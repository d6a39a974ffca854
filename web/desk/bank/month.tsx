/** A month's receipts in the ledger, at Stripe and at the bank, side by side, with what differs. */
import type { ComponentChildren } from 'preact';
import { fullAmount, fullDay } from '../../format.ts';
import { addressOf } from '../../components/list.tsx';
import { Table, type Column } from '../../components/table.tsx';
import type { Assets } from '../../pages/page.tsx';
import { t } from '../../words.ts';
import { renderDesk, type DeskFrame } from '../frame.tsx';
import type { LoneReceipt, MonthData, MonthLine } from '../../data/bank.ts';
import { BANK, BankTabs, Payer } from './page.tsx';

interface MonthPage extends MonthData {
  frame: DeskFrame;
  counts: { open: number; aside: number };
  before: string;
  after: string;
}

const PATH = `${BANK}/month`;

const written = (of: (line: MonthLine) => bigint) => (line: MonthLine) => {
  const minor = of(line);
  return minor === 0n ? <span class="none">–</span> : fullAmount(minor, line.currency);
};

const byBank = ({ received, throughStripe }: MonthLine): bigint => received - throughStripe;

const COLUMNS = (): Column<MonthLine>[] => {
  const words = t.bank.month.columns;
  return [
    [words.currency, ({ currency }) => currency],
    [words.received, written(({ received }) => received), 'figure-cell'],
    [words.throughStripe, written(({ throughStripe }) => throughStripe), 'figure-cell'],
    [words.atStripe, written(({ atStripe }) => atStripe), 'figure-cell'],
    [words.byBank, written(byBank), 'figure-cell'],
    [words.credited, written(({ credited }) => credited), 'figure-cell'],
    [words.difference, difference, 'figure-cell'],
  ];
};

/** Of what the bank says and isn't set aside, to what was recorded. */
function difference(line: MonthLine) {
  const minor = line.credited - line.aside - byBank(line);
  return minor === 0n ? t.bank.month.agrees : fullAmount(minor, line.currency);
}

export function renderBankMonth(page: MonthPage, assets: Assets): string {
  const { frame, month, before, after, lines, counts } = page;
  const words = t.bank.month;
  return renderDesk({
    frame,
    title: words.title(month),
    text: words.lead,
    current: 'bank',
    assets,
    children: (
      <>
        <BankTabs current="month" counts={counts} />
        <p class="actions">
          <a href={addressOf(PATH, { month: before })}>{words.before}</a>{' '}
          <a href={addressOf(PATH, { month: after })}>{words.after}</a>
        </p>
        {lines.length === 0 ? (
          <p class="empty">{words.none}</p>
        ) : (
          <div class="view">
            <Table rows={lines} columns={COLUMNS()} />
          </div>
        )}
        <Told page={page} />
        <div class="differing">
          <Differences page={page} />
        </div>
      </>
    ),
  });
}

function Told({ page: { lines } }: { page: MonthPage }) {
  const words = t.bank.month;
  const differ = lines.filter(({ throughStripe, atStripe }) => throughStripe !== atStripe);
  return (
    <>
      {lines
        .filter(({ aside }) => aside !== 0n)
        .map(({ aside, currency }) => (
          <p key={currency}>{words.aside(fullAmount(aside, currency))}</p>
        ))}
      {differ.length > 0 && (
        <p>
          {words.stripeDiffers} {differ.map(({ currency }) => currency).join(', ')}.{' '}
          <a href="/admin/payments/differences">{words.stripeLink}</a>
        </p>
      )}
    </>
  );
}

interface SectionProps<Row> {
  words: { title: string; text: string };
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}

const Section = <Row,>({ words, rows, columns }: SectionProps<Row>) =>
  rows.length === 0 ? null : (
    <section class="view">
      <h2>{words.title}</h2>
      <p class="quiet">{words.text}</p>
      <Table rows={rows} columns={columns} />
    </section>
  );

const PledgeLink = ({ of: { ref } }: { of: LoneReceipt }): ComponentChildren => (
  <a href={`/admin/pledges/${ref}`}>{ref}</a>
);

const entryLink = (id: string, text: string) => <a href={`${BANK}/${id}`}>{text}</a>;

function Differences({ page }: { page: MonthPage }) {
  const words = t.bank.month;
  const { columns } = t.bank;
  return (
    <>
      <Section
        words={words.open}
        rows={page.withoutReceipt}
        columns={[
          [columns.payer, (entry) => <Payer entry={entry} />],
          [columns.day, ({ bookedOn }) => fullDay(bookedOn)],
          [
            columns.amount,
            ({ id, amountMinor, currency }) => entryLink(id, fullAmount(amountMinor, currency)),
            'figure-cell',
          ],
        ]}
      />
      <Section
        words={words.lone}
        rows={page.withoutEntry}
        columns={[
          [words.giver, ({ giver }) => giver],
          [columns.pledge, (line) => <PledgeLink of={line} />],
          [columns.day, ({ on }) => fullDay(on)],
          [
            columns.amount,
            ({ amountMinor, currency }) => fullAmount(amountMinor, currency),
            'figure-cell',
          ],
        ]}
      />
      <Section
        words={words.unequal}
        rows={page.unequal}
        columns={[
          [words.giver, ({ giver }) => giver],
          [columns.pledge, (line) => <PledgeLink of={line} />],
          [
            words.unequal.entry,
            ({ entry, entryMinor, entryCurrency, bookedOn }) =>
              entryLink(entry, words.on(fullAmount(entryMinor, entryCurrency), bookedOn)),
          ],
          [
            words.unequal.receipt,
            ({ amountMinor, currency, on }) => words.on(fullAmount(amountMinor, currency), on),
          ],
        ]}
      />
    </>
  );
}
