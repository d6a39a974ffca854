/** What counts nowhere: offers that are neither money nor GPU time, and names from the press. */
import type { Reported } from '../data/home.ts';
import { OutwardLink, webUrl } from './link.tsx';
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
    <b>{offer.name}</b> <Aside parts={[offer.role, offer.affiliation]} />
    <span class="line">{offer.what}</span>
    <span class="line quiet">
      {t.offered.terms(offer)} <Source {...offer} isReported={offer.reportedOn !== null} />
      {offer.pledge && (
        <>
          . <a href={`/pledges/${offer.pledge}`}>{t.offered.hours(offer.pledge)}</a>
        </>
      )}
    </span>
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
                {name} <Aside parts={[role, affiliation]} />
              </li>
            ))}
          </ul>
          {named[0] && (
            <p class="quiet">
              <Source {...named[0]} isReported />
            </p>
          )}
        </div>
      ))}
    </>
  );
}

type SourceProps = Pick<Reported, 'source' | 'reportedOn'> & { isReported: boolean };

export const Source = ({ source, reportedOn, isReported }: SourceProps) => (
  <>
    {isReported ? t.offered.reported : t.offered.source}{' '}
    <OutwardLink url={source}>{webUrl(source)?.hostname ?? source}</OutwardLink>
    {reportedOn && `, ${t.date(reportedOn)}`}
  </>
);
