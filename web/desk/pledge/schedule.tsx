/** The instalments of a pledge at the desk, and how they changed. */
import { Instalments } from '../../components/schedule.tsx';
import { fullDay } from '../../format.ts';
import type { DeskPledgePage } from './data.ts';
import { t } from '../../words.ts';

export const Schedule = ({ page }: { page: DeskPledgePage }) => (
  <section class="schedule wide">
    <h2>{t.me.pledge.instalments}</h2>
    <Instalments
      instalments={page.pledge.instalments}
      asset={page.pledge.asset}
      today={page.today}
      beyond={page.beyond}
    />
    {page.terms.length > 0 && <TermsChanges page={page} />}
  </section>
);

const TermsChanges = ({ page }: { page: DeskPledgePage }) => (
  <>
    <h3>{t.deskPledge.termsChanges}</h3>
    <ul class="trail">
      {page.terms.map(({ seq, on, asset, difference }) => (
        <li key={seq}>
          <time datetime={on}>{fullDay(on)}</time>{' '}
          {t.termsClause(page.giver.name, asset, difference)}{' '}
          <a class="quiet" href={`/ledger?cursor=${seq + 1}#entry-${seq}`}>
            {t.deskPledge.entry(seq)}
          </a>
        </li>
      ))}
    </ul>
  </>
);
