import { quotesOf, type Profile } from '../../server/domain/profile.ts';
import { besideOf } from '../data/countries.ts';
import type { WallCard } from '../data/pages.ts';
import { langOf, Named, typed } from './name.tsx';
import { t } from '../words.ts';

/** Without an id there is no page. */
export function GiverLink({ id, children }: { id?: string | null | undefined; children: string }) {
  const name = typed(children);
  return id ? <a href={`/givers/${id}`}>{name}</a> : name;
}

export const WallEntry = ({ signatory }: { signatory: WallCard }) => (
  <li>
    <GiverLink id={signatory.id}>{signatory.name}</GiverLink>{' '}
    <Aside
      parts={[
        signatory.kind === 'organisation' ? t.organisation : null,
        ...besideOf(signatory, signatory.kind),
      ]}
    />
    {signatory.verifiedDomain && (
      <>
        {' '}
        <span class="quiet">{t.wall.confirmedAt(signatory.verifiedDomain)}</span>
      </>
    )}
    <Quotes of={signatory} />
  </li>
);

export const Quotes = ({ of }: { of: Profile }) =>
  quotesOf(of).map((text) => (
    <blockquote key={text} dir="auto" lang={langOf(text)}>
      {text}
    </blockquote>
  ));

export function Aside({ parts }: { parts: (string | null)[] }) {
  const text = parts.filter(Boolean).join(', ');
  return text ? (
    <span class="quiet">
      <Named text={text} names={parts.filter(Boolean)} />
    </span>
  ) : null;
}
