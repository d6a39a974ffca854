/** A private note where it is read, and the way to change it. */
import { t } from '../../words.ts';
import type { DeskFrame } from '../frame.tsx';

interface AdminNoteProps {
  frame: DeskFrame;
  text: string | null;
  /** The page of what it is about. */
  path: string;
}

export const AdminNote = ({ frame, text, path }: AdminNoteProps) =>
  frame.rights.includes('decide') ? (
    <section class="own">
      <h2>{t.entry.note.title}</h2>
      {text !== null && <p class="as-typed">{text}</p>}
      <p>
        <a href={`${path}/note`}>{text === null ? t.entry.note.add : t.entry.note.edit}</a>
      </p>
    </section>
  ) : null;
