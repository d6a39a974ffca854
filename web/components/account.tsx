/** A bank account, as a giver or an owner reads it. */
import { ACCOUNT_PARTS, type BankAccount } from '../../server/domain/bank-account.ts';
import { inFours } from '../format.ts';
import { t } from '../words.ts';

/** With the payment reference, if it is for one pledge. */
export function AccountFacts({ account, reference }: { account: BankAccount; reference?: string }) {
  const { labels, giver } = t.accounts;
  const shown = { ...account, iban: account.iban && inFours(account.iban) };
  const facts = [
    ...ACCOUNT_PARTS.map((part) => [labels[part], shown[part]] as const),
    [giver.reference, reference === undefined ? null : inFours(reference)] as const,
  ];
  return (
    <dl class="terms account">
      {facts.map(
        ([name, text]) =>
          text !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
