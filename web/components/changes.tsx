import type { Messages } from '../messages/en.ts';
import type { Change } from '../model.ts';

export function Changes({ changes, asOf, t }: { changes: Change[]; asOf: Date; t: Messages }) {
  return (
    <section id="changes">
      <h2>{t.changes}</h2>
      {changes.length === 0 && <p class="quiet">{t.noChanges}</p>}
      <ol class="changes">
        {changes.map((change, index) => (
          <li key={index}>
            <time datetime={change.on}>{t.day(change.on, asOf)}</time>
            <p>
              <Unbroken text={t.changeSentence(change)} />
            </p>
            {change.grade && <p class="quiet">{t.grades[change.grade]}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Keeps short words with a hyphen whole: "GPU-hours", "H100-SXM". */
const Unbroken = ({ text }: { text: string }) =>
  text
    .split(/(?<!\S)(\S{1,12}-\S{1,12})(?!\S)/)
    .map((piece, index) => (index % 2 === 1 ? <span class="unbroken">{piece}</span> : piece));
