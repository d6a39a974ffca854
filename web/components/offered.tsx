/** What counts nowhere: offers that are neither money nor GPU time, and names from the press. */
import type { Reported } from '../data/home.ts';
import { OutwardLink, webUrl } from './link.tsx';
import { typed } from './name.tsx';
import { Aside } from './signatories.tsx';
import { t } from '../words.ts';

export function Offered({ entries }: { entries: Reported[] }) {
  const offers = entries.filter(({ what }) => what !== null);
  const names = entries.filter(({ what }) => what === null);
  return (
    <section id="reported">
      <h2>{offers.length > 0 ? t.offered.publicTitle : t.offered.press}</h2>
      {offers.length > 0 && (
        <ul class="offers">
          {offers.map((offer, index) => (
            <Offer key={index} offer={offer} />
          ))}
        </ul>
      )}
      {offers.length > 0 && names.length > 0 && <h3>{t.offered.press}</h3>}
      <Names names={names} />
      {entries.some(({ affiliation }) => affiliation) && <p class="quiet">{t.affiliations}</p>}
    </section>
  );
}

const Offer = ({ offer }: { offer: Reported }) => (
  <li>
    <b>{typed(offer.name)}</b> <Aside parts={[offer.role, offer.affiliation]} />
    <p>{typed(offer.what)}</p>
    <p class="quiet">
      {t.offered.terms(offer)}{' '}
      <Source {...offer} lead={offer.reportedOn === null ? t.offered.source : t.offered.reported} />
      {offer.pledge && (
        <>
          . <a href={`/pledges/${offer.pledge}`}>{t.offered.hours(offer.pledge)}</a>
        </>
      )}
    </p>
  </li>
);

function Names({ names }: { names: Reported[] }) {
  const bySource = Map.groupBy(names, ({ source, reportedOn }) => `${source}\n${reportedOn}`);
  return (
    <>
      {[...bySource].map(([key, named]) => (
        <div key={key}>
          <ul class="names">
            {named.map(({ name, role, affiliation }, index) => (
              <li key={index}>
                {typed(name)} <Aside parts={[role, affiliation]} />
              </li>
            ))}
          </ul>
          {named[0] && (
            <p class="quiet">
              <Source {...named[0]} lead={t.offered.reported} />
            </p>
          )}
        </div>
      ))}
    </>
  );
}

type SourceProps = Pick<Reported, 'source' | 'reportedOn'> & { lead: string | null };

export const Source = ({ source, reportedOn, lead }: SourceProps) => (
  <>
    {lead} <OutwardLink url={source}>{webUrl(source)?.hostname ?? source}</OutwardLink>
    {reportedOn && `, ${t.date(reportedOn)}`}
  </>
);
