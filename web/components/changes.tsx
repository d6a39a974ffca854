import type { ComponentChildren } from 'preact';
import type { AnyChange, Change } from '../data/home.ts';
import { OutwardLink } from './link.tsx';
import { Named } from './name.tsx';
import { t } from '../words.ts';

interface ChangesProps {
  title: string;
  changes: AnyChange[];
  asOf: Date;
  /** On a pledge's own page: each change names its ledger entry, and where its evidence is. */
  detailed?: boolean;
}

export function Changes({ title, changes, asOf, detailed = false }: ChangesProps) {
  return (
    <section id="changes">
      <h2>{title}</h2>
      {changes.length === 0 && <p class="quiet">{t.noChanges}</p>}
      {changes.length > 0 && (
        <ol class="changes">
          {changes.map((change) => (
            <li key={change.seq}>
              <time datetime={change.on}>{t.day(change.on, asOf)}</time>
              <p>
                <Struck when={isUndone(change)}>
                  <Sentence
                    text={t.changeSentence(change)}
                    names={namesIn(change)}
                    href={detailed ? null : placeOf(change)}
                  />
                </Struck>
                {detailed && <Entry seq={change.seq} />}
              </p>
              {'verb' in change && (
                <p class="quiet">
                  <Grade change={change} />
                  <Undone change={change} />
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

export const isUndone = (change: AnyChange): boolean =>
  'verb' in change && (change.undoneBy !== null || change.undoes !== null);

export const Struck = ({ when, children }: { when: boolean; children: ComponentChildren }) =>
  when ? <s>{children}</s> : <>{children}</>;

/** Of a change that was undone, and of the one that undid it, the other's entry. */
export function Undone({ change }: { change: Change }) {
  const { undoneBy, undoes, grade } = change;
  const other = undoneBy ?? undoes;
  if (other === null) return null;
  return (
    <>
      {grade && ' · '}
      <a href={entryPath(other)}>{undoneBy === null ? t.undoes(other) : t.undoneBy(other)}</a>
    </>
  );
}

function placeOf(change: AnyChange): string | null {
  if (change.kind === 'initiative') return entryPath(change.seq);
  return change.ref === null ? null : `/pledges/${change.ref}`;
}

export const entryPath = (seq: number): string => `/ledger?cursor=${seq + 1}#entry-${seq}`;

const Entry = ({ seq }: { seq: number }) => (
  <>
    {' '}
    <a class="quiet unbroken" href={entryPath(seq)}>
      {t.pledge.entry(seq)}
    </a>
  </>
);

export const Grade = ({ change: { grade, evidenceUrl } }: { change: Change }) =>
  grade && <OutwardLink url={evidenceUrl}>{t.grades[grade]}</OutwardLink>;

export const namesIn = (change: AnyChange): (string | null)[] =>
  'who' in change ? [change.who] : [];

interface SentenceProps {
  text: string;
  names: (string | null)[];
  href: string | null;
}

/** A sentence that leads to its pledge; short words with a hyphen are kept whole: "GPU-hours". */
export function Sentence({ text, names, href }: SentenceProps) {
  const words = <Named text={text} names={names} plain={unbroken} />;
  return href === null ? words : <a href={href}>{words}</a>;
}

const unbroken = (text: string) =>
  text
    .split(/(?<!\S)(\S{1,12}-\S{1,12})(?!\S)/)
    .map((piece, index) => (index % 2 === 1 ? <span class="unbroken">{piece}</span> : piece));
