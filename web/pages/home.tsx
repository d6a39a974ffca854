import { Changes } from '../components/changes.tsx';
import { Figures } from '../components/figures.tsx';
import { Footer } from '../components/footer.tsx';
import { Header } from '../components/header.tsx';
import { Banner } from './frame.tsx';
import { Patterns } from '../components/pattern.tsx';
import { Offered } from '../components/offered.tsx';
import { Signatories } from '../components/signatories.tsx';
import { moneyFigures } from '../format.ts';
import type { Headline } from '../messages/shapes.ts';
import type { HomePage } from '../data/home.ts';
import { renderDocument, type Assets } from './page.tsx';
import { t } from '../words.ts';

export function renderHome(page: HomePage, assets: Assets): string {
  const { initiative, asOf } = page;
  return renderDocument({
    title: initiative.name,
    description: descriptionOf(page),
    unlisted: initiative.unlisted,
    size: asOf.size,
    assets,
    children: <Home page={page} />,
  });
}

const plain = ({ before, lead, after }: Headline): string => before + lead + after;

/** For search results and shared links: the warning first, then the figures. */
function descriptionOf(page: HomePage): string {
  const { initiative, money, concurrency, volume } = page;
  const { closed, demonstration, note, call } = initiative;
  return [
    demonstration ? t.demonstration : '',
    note ?? '',
    call,
    money &&
      plain(
        t.moneyHeadline(money, moneyFigures(money.stages, money.currency, money.target), closed),
      ),
    concurrency && plain(t.gpuHeadline(concurrency, closed)),
    !concurrency && volume && plain(t.hoursHeadline(volume, closed)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** A closed record leaves out empty sections, because they would seem to ask for something. */
function sectionsOf({ initiative, changes, signatories, reported }: HomePage) {
  return {
    changes: !initiative.closed || changes.length > 0,
    signatories: !initiative.closed || signatories.people + signatories.organisations > 0,
    reported: reported.length > 0,
  };
}

function Home({ page }: { page: HomePage }) {
  const { initiative, asOf } = page;
  const sections = sectionsOf(page);
  return (
    <>
      <Banner page={page} />
      <Header name={initiative.name} current="home" />
      <main id="content">
        <Patterns />
        <Call page={page} />
        <Figures page={page} />
        {!initiative.closed && <Ask canGive={page.canGive} />}
        <div class="records">
          {sections.changes && (
            <div>
              <Changes title={t.changes} changes={page.changes} asOf={asOf.at} />
              {page.changes.length > 0 && (
                <p class="after">
                  <a href="/ledger">{t.allChanges}</a> <a href="/pledges">{t.allPledges}</a>
                </p>
              )}
            </div>
          )}
          {sections.signatories && (
            <Signatories signatories={page.signatories} closed={initiative.closed} />
          )}
          {sections.reported && <Offered entries={page.reported} />}
        </div>
      </main>
      <Footer page={page} />
    </>
  );
}

const Ask = ({ canGive }: { canGive: boolean }) => (
  <p class="ask">
    <a class="button" href="/sign">
      {t.sign.button}
    </a>{' '}
    <span class="quiet">{t.sign.beside}</span>{' '}
    {canGive && (
      <span class="give">
        <a href="/give">{t.pay.give.title}</a> <span class="quiet">{t.pay.giveBeside}</span>
      </span>
    )}
  </p>
);

/** The first line is a warning; the others explain it. */
function Note({ text }: { text: string | null }) {
  const [first, ...more] = text?.split('\n') ?? [];
  return (
    <>
      {first && <p class="note">{first}</p>}
      {more.map((line) => (
        <p key={line} class="quiet">
          {line}
        </p>
      ))}
    </>
  );
}

function Call({ page }: { page: HomePage }) {
  const { call, note, closed, recipient, deadlineOn } = page.initiative;
  const asks = [
    t.goals(page),
    recipient || !closed ? t.recipient(recipient) : '',
    deadlineOn ? t.deadline(deadlineOn, page.asOf.at) : '',
  ];
  return (
    <section class="call">
      <h1>{call}</h1>
      <Note text={note} />
      <p class="quiet">{asks.filter(Boolean).join(' ')}</p>
    </section>
  );
}
