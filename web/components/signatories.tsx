import { besideName, quotesOf, type Profile } from '../../server/domain/profile.ts';
import type { HomePage } from '../data/home.ts';
import type { WallCard } from '../data/pages.ts';
import { OutwardLink } from './link.tsx';
import { t } from '../words.ts';

interface SignatoriesProps {
  closed: boolean;
  signatories: HomePage['signatories'];
}

export function Signatories({ signatories, closed }: SignatoriesProps) {
  const { people, organisations, shown, named } = signatories;
  const unnamed = people + organisations - named;
  return (
    <section id="signatories">
      <h2>{t.signed(people, organisations, closed)}</h2>
      <ul class="names">
        {shown.map(({ kind, name, role, affiliation, url }, index) => (
          <li key={index}>
            <OutwardLink url={url}>{name}</OutwardLink>{' '}
            <Aside parts={kind === 'organisation' ? [t.organisation] : [role, affiliation]} />
          </li>
        ))}
      </ul>
      {named > shown.length && (
        <p>
          <a href="/signatories">{t.allSignatories}</a>
        </p>
      )}
      {unnamed > 0 && <p class="quiet">{t.unnamed(unnamed)}</p>}
      {shown.some(({ affiliation }) => affiliation) && <p class="quiet">{t.affiliations}</p>}
    </section>
  );
}

export const WallEntry = ({ signatory }: { signatory: WallCard }) => (
  <li>
    <OutwardLink url={signatory.url}>{signatory.name}</OutwardLink>{' '}
    <Aside
      parts={[
        signatory.kind === 'organisation' ? t.organisation : null,
        ...besideName(signatory, signatory.kind),
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
  quotesOf(of).map((text) => <blockquote key={text}>{text}</blockquote>);

export function Aside({ parts }: { parts: (string | null)[] }) {
  const text = parts.filter(Boolean).join(', ');
  return text ? <span class="quiet">{text}</span> : null;
}
