import { instant } from '../../format.ts';
import { Fact } from '../../pages/pledge.tsx';
import type { DeskPledgePage } from './data.ts';
import { t } from '../../words.ts';

/** What the giver said to the admins alone, and how it is shown. */
export const Private = ({ page }: { page: DeskPledgePage }) => (
  <dl class="terms">
    <Fact name={t.deskPledge.visibility}>{t.deskPledge.visibilities[page.visibility]}</Fact>
    {page.pledge.kind === 'funding' && (
      <Fact name={t.deskPledge.paymentRef}>{page.paymentRef}</Fact>
    )}
    {t.pledgeForm.said(page.pledge.details, false).map(([label, text]) => (
      <Fact name={label} key={label}>
        <span class="as-typed">{text}</span>
      </Fact>
    ))}
    {page.reason && <Fact name={t.deskPledge.reason}>{page.reason}</Fact>}
    <Fact name={t.deskPledge.logged}>{instant(page.createdAt)}</Fact>
    {page.decided && (
      <Fact name={t.deskPledge.decided}>{t.deskPledge.decision(page.status, page.decided)}</Fact>
    )}
  </dl>
);
