import { Tabs } from '../../components/list.tsx';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';

/** `status`: `giver` if they gave without signing. */
export interface PaymentGiver {
  id: string;
  name: string;
  status: string;
}

const TABS = {
  payments: '/admin/payments',
  unmatched: '/admin/payments/unmatched',
  differences: '/admin/payments/differences',
  cash: '/admin/payments/cash',
} as const;

export const PaymentTabs = ({ current }: { current: keyof typeof TABS }) => (
  <Tabs
    label={t.payments.tabs.label}
    tabs={Object.entries(TABS).map(([name, href]) => ({
      href,
      text: t.payments.tabs[name as keyof typeof TABS],
      isCurrent: name === current,
    }))}
  />
);

const PAGES: Record<string, string> = {
  pi: 'payments',
  in: 'invoices',
  cus: 'customers',
  du: 'disputes',
  dp: 'disputes',
};

function dashboardOf(id: string, livemode: boolean): string {
  const mode = livemode ? '' : 'test/';
  const page = PAGES[id.split('_')[0]!];
  const at = page === undefined ? `search?query=${encodeURIComponent(id)}` : `${page}/${id}`;
  return `https://dashboard.stripe.com/${mode}${at}`;
}

export const AtStripe = ({ id, livemode }: { id: string; livemode: boolean }) => (
  <a href={dashboardOf(id, livemode)} rel="noopener noreferrer">
    {id}
  </a>
);

export const GiverName = ({ id, name, status }: PaymentGiver) =>
  status === 'giver' ? (
    <>
      {typed(name)} <span class="quiet">({t.payments.unsigned})</span>
    </>
  ) : (
    <a href={`/admin/signatories/${id}`}>{typed(name)}</a>
  );
