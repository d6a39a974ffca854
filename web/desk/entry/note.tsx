/** A private note where it is read, and the way to change it. */
import { t } from '../../words.ts';
import { IfRight } from '../frame.tsx';
import { LinkLine, Section } from '../parts.tsx';

interface AdminNoteProps {
  text: string | null;
  /** The page of what it is about. */
  path: string;
}

export const AdminNote = ({ text, path }: AdminNoteProps) => (
  <IfRight right="decide">
    <Section title={t.entry.note.title}>
      {text !== null && <p class="as-typed">{text}</p>}
      <LinkLine href={`${path}/note`} text={text === null ? t.entry.note.add : t.entry.note.edit} />
    </Section>
  </IfRight>
);
