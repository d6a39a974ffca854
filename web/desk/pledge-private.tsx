import { instant } from '../format.ts';
import { deskPledge as t } from '../messages/en-desk-pledge.ts';
import { Fact } from '../pledge.tsx';
import type { DeskPledgePage } from './model-pledge.ts';

/** What the giver said to the admins alone, and how it is shown. */
export const Private = ({ page }: { page: DeskPledgePage }) => (
  <dl class="terms">
    <Fact name={t.visibility}>{t.visibilities[page.visibility]}</Fact>
    {page.pledge.kind === 'funding' && <Fact name={t.paymentRef}>{page.paymentRef}</Fact>}
    {page.purchaseOrder && <Fact name={t.purchaseOrder}>{page.purchaseOrder}</Fact>}
    {page.note && (
      <Fact name={t.note}>
        <span class="as-typed">{page.note}</span>
      </Fact>
    )}
    {page.reason && <Fact name={t.reason}>{page.reason}</Fact>}
    <Fact name={t.logged}>{instant(page.createdAt)}</Fact>
    {page.decided && <Fact name={t.decided}>{t.decision(page.status, page.decided)}</Fact>}
  </dl>
);
