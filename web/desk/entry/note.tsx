/** A private note where it is read, and the way to change it. */
import { t } from '../../words.ts';
import { IfRight } from '../frame.tsx';

interface AdminNoteProps {
  text: string | null;
  /** The page of what it is about. */
  path: string;
}

export const AdminNote = ({ text, path }: AdminNoteProps) => (
  <IfRight right="decide">
    <section class="own">
      <h2>{t.entry.note.title}</h2>
      {text !== null && <p class="as-typed">{text}</p>}
      <p>
        <a href={`${path}/note`}>{text === null ? t.entry.note.add : t.entry.note.edit}</a>
      </p>
    </section>
  </IfRight>
);
