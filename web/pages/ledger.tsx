import { Grade, isUndone, namesIn, Sentence, Struck, Undone } from '../components/changes.tsx';
import { Pager } from '../components/list.tsx';
import { count } from '../format.ts';
import { renderPage } from './frame.tsx';
import type { Frame } from '../data/home.ts';
import type { LedgerLine, LogBreak, Listing } from '../data/pages.ts';
import { t } from '../words.ts';

export interface LedgerPage extends Frame {
  breaks: LogBreak[];
  list: Listing;
  entries: LedgerLine[];
}

const PATH = '/ledger';

export const renderLedger = (page: LedgerPage): string =>
  renderPage({
    page,
    title: t.ledger.title,
    description: t.ledger.lead,
    current: 'how-we-know',
    isBelow: true,
    downloads: [
      { href: '/data/movements.csv', text: t.lists.csv },
      { href: '/api/v1/entries', text: t.lists.json },
    ],
    children: <Ledger page={page} />,
  });

function Ledger({ page }: { page: LedgerPage }) {
  const { list, entries } = page;
  return (
    <>
      <section class="title">
        <h1>{t.ledger.title}</h1>
        <p class="quiet">{t.ledger.lead}</p>
      </section>
      {page.breaks.map((broken) => (
        <p key={broken.origin} class="break" role="note">
          <strong>{t.ledger.breakTitle}</strong> {t.ledger.breakText(broken)}
        </p>
      ))}
      <p class="found">{t.ledger.entries(list.found)}</p>
      <ol class="entries">
        {entries.map((line) => (
          <Entry key={line.seq} line={line} />
        ))}
      </ol>
      <Pager list={list} path={PATH} query={{}} />
      <Check />
    </>
  );
}

function namesOf(line: LedgerLine): (string | null)[] {
  if (line.kind === 'signature') return [];
  if (line.change) return namesIn(line.change);
  return line.kind === 'terms' ? [line.terms.who] : [];
}

function Entry({ line }: { line: LedgerLine }) {
  const { seq } = line;
  const happenedOn = line.kind === 'movement' ? line.change.on : line.on;
  const ref = line.kind === 'movement' ? line.change.ref : line.kind === 'terms' ? line.ref : null;
  const after = seq === 0 ? '' : `&cursor=${seq - 1}`;
  return (
    <li id={`entry-${seq}`}>
      <a
        class="number"
        href={`/api/v1/entries?limit=1${after}`}
        aria-label={t.ledger.bytesOf(seq)}
        title={t.ledger.bytesOf(seq)}
      >
        {count(seq)}
      </a>
      <time datetime={happenedOn}>{t.date(happenedOn)}</time>
      <p>
        <Struck when={line.kind === 'movement' && isUndone(line.change)}>
          <Sentence
            text={t.ledger.entrySentence(line)}
            names={namesOf(line)}
            href={ref && `/pledges/${ref}`}
          />
        </Struck>
      </p>
      {line.kind === 'movement' && (
        <p class="quiet">
          {happenedOn !== line.on && (
            <time datetime={line.on}>{t.ledger.recordedOn(t.date(line.on))}</time>
          )}
          {line.change.grade === null || happenedOn === line.on ? ' ' : ' · '}
          <Grade change={line.change} />
          <Undone change={line.change} />
        </p>
      )}
    </li>
  );
}

const Check = () => (
  <section id="check" class="check">
    <h2>{t.check.title}</h2>
    <p>
      {t.ledger.checked} <a href="/how-we-know#proof">{t.howWeKnow.proof.title}</a>
    </p>
  </section>
);
