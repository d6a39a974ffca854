import { Changes } from '../components/changes.tsx';
import { Charts, Figures, headlinesOf, plain } from '../components/figures.tsx';
import { Footer } from '../components/footer.tsx';
import { Header } from '../components/header.tsx';
import { Banner } from './frame.tsx';
import { GiverLink } from '../components/signatories.tsx';
import { Named, typed } from '../components/name.tsx';
import { Patterns } from '../components/pattern.tsx';
import { Offered } from '../components/offered.tsx';
import { isShut } from '../../server/domain/closing.ts';
import type { HomePage } from '../data/home.ts';
import { cardOf, renderDocument } from './page.tsx';
import { t } from '../words.ts';

export function renderHome(page: HomePage): string {
  const { initiative, asOf } = page;
  return renderDocument({
    title: initiative.name,
    description: descriptionOf(page),
    unlisted: initiative.unlisted,
    look: initiative.look,
    card: cardOf(page),
    size: asOf.size,
    children: <Home page={page} />,
  });
}

/** For search results and shared links: the warning first, then the figures. */
function descriptionOf(page: HomePage): string {
  const { demonstration, closedAt, note, call } = page.initiative;
  return [
    demonstration ? t.demonstration : '',
    closedAt ? t.closing.headline(closedAt) : '',
    note ?? '',
    call,
    ...headlinesOf(page).map(plain),
  ]
    .filter(Boolean)
    .join(' ');
}

function Home({ page }: { page: HomePage }) {
  const { initiative, changes, reported, asOf } = page;
  const { closedAt, closing } = initiative;
  const isRecord = isShut(initiative);
  const late = t.late(page);
  const uncounted = t.uncounted(page);
  return (
    <>
      <Banner page={page} />
      <Header
        name={initiative.name}
        look={initiative.look}
        current="home"
        isOpen={!initiative.closed}
      />
      <main id="content">
        <Patterns />
        <section class="call">
          <h1>{closedAt ? t.closing.headline(closedAt) : initiative.call}</h1>
          {closedAt && <p class="quiet">{initiative.call}</p>}
          {closing?.split(/\n+/).map((text) => (
            <p key={text} class="statement">
              {typed(text)}
            </p>
          ))}
          <Note text={initiative.note} />
        </section>
        <Figures page={page} />
        <p class="beside">
          {uncounted} <a href="#what-counts-fold">{t.whatCounts.title}</a>
        </p>
        {late && !isRecord && (
          <p class="beside owed">
            <a class="late" href="/how-we-know#late">
              {t.lateLead}
            </a>{' '}
            {late}
          </p>
        )}
        <Ask page={page} />
        <About page={page} />
        <Charts page={page} />
        <div class="records">
          {/* A closed record leaves out empty sections, because they would seem to ask for something. */}
          {(!isRecord || changes.length > 0) && (
            <div>
              <Changes title={t.changes} changes={changes} asOf={asOf.at} />
              {changes.length > 0 && (
                <p class="after">
                  <a href="/ledger">{t.allChanges}</a> <a href="/pledges">{t.allPledges}</a>
                </p>
              )}
            </div>
          )}
          {reported.length > 0 && <Offered entries={reported} />}
        </div>
      </main>
      <Footer page={page} />
    </>
  );
}

const Ask = ({ page }: { page: HomePage }) => (
  <div class="ask">
    {!page.initiative.closed && (
      <>
        <a class="button" href="/sign">
          {t.sign.button}
        </a>{' '}
        <p class="quiet">
          {t.sign.beside}{' '}
          {page.canGive && (
            <>
              <a href="/give">{t.pay.give.title}</a> {t.pay.giveBeside}
            </>
          )}
        </p>{' '}
      </>
    )}
    <Signed page={page} />
  </div>
);

function Signed({ page }: { page: HomePage }) {
  const { people, organisations, shown } = page.signatories;
  const all = people + organisations;
  const more = all - shown.length;
  const links = shown.map(({ id, name }) => <GiverLink id={id}>{name}</GiverLink>);
  return (
    <p class="signed">
      <b>{t.signed(all, isShut(page.initiative))}</b>{' '}
      {t
        .nameList(shown.map((_, index) => String(index)))
        .map(({ type, value }) => (type === 'element' ? links[Number(value)] : value))}
      {all > 0 && (
        <>
          {more > 0 || shown.length === 0 ? ' ' : '. '}
          <a href="/signatories">
            {more > 0 && shown.length > 0 ? t.andMore(more) : t.allSignatories}
          </a>
        </>
      )}
    </p>
  );
}

/** Who receives, until when, and how new this is. */
function About({ page }: { page: HomePage }) {
  const { closed, closedAt, recipient, deadlineOn } = page.initiative;
  const parts = [
    t.goals(page),
    recipient || !closed ? t.recipient(recipient) : '',
    deadlineOn && !closedAt ? t.deadline(deadlineOn, page.asOf.at) : '',
  ];
  return (
    <div class="about quiet">
      <p>
        <Named text={parts.filter(Boolean).join(' ')} names={[recipient?.name ?? null]} />
      </p>
      <p>
        <span id="updated">{t.updatedAt(page.asOf.at)}</span> <a href="/how-we-know">{t.askHow}</a>{' '}
        <button type="button" id="refresh" class="link" data-other={t.resumeUpdates}>
          {t.pauseUpdates}
        </button>
      </p>
    </div>
  );
}

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
