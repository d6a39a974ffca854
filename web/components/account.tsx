/** A bank account, as a giver or an owner reads it. */
import { ACCOUNT_PARTS, type BankAccount } from '../../server/domain/bank-account.ts';
import { inFours } from '../format.ts';
import { t } from '../words.ts';
import { Terms } from './review.tsx';

/** With the payment reference, if it is for one pledge. */
export function AccountFacts({ account, reference }: { account: BankAccount; reference?: string }) {
  const { labels, giver } = t.accounts;
  const shown = { ...account, iban: account.iban && inFours(account.iban) };
  return (
    <Terms
      class="terms account"
      rows={[
        ...ACCOUNT_PARTS.map((part) => [labels[part]!, shown[part]] as const),
        [giver.reference, reference && inFours(reference)],
      ]}
    />
  );
}
