/** The recipient's bank accounts at the desk, and the forms that change them. */
import { briefOf, type BankAccount } from '../../../server/domain/bank-account.ts';
import { AccountFacts } from '../../components/account.tsx';
import { Hidden } from '../../components/form.tsx';
import { ACCOUNT_FIELDS, UNTIL_FIELDS } from '../../forms/desk.ts';
import { Desk } from '../frame.tsx';
import { DeskForm, LinkLine, Section, type DeskFormPage } from '../parts.tsx';
import { t } from '../../words.ts';
import { HOME, TouchAgain } from './forms.tsx';

export const ACCOUNTS = `${HOME}/accounts`;

export interface AccountLine {
  currency: string;
  /** The newest change; null for a removal, and for one that doesn't fit. */
  account: BankAccount | null;
  shownFrom: Date;
  isInForce: boolean;
  /** What givers see now. */
  shown: BankAccount | null;
  isFaulty: boolean;
}

export const AccountsView = ({ lines }: { lines: AccountLine[] }) => (
  <Desk title={t.accounts.title} text={t.accounts.text} current="initiative">
    {lines.length === 0 && <p class="empty">{t.accounts.none}</p>}
    {lines.map((line) => (
      <Line key={line.currency} line={line} />
    ))}
    <LinkLine class="actions" href={`${ACCOUNTS}/change`} text={t.accounts.add} />
  </Desk>
);

function stateOf({ account, shown, shownFrom, isInForce }: AccountLine): string {
  if (isInForce) return t.accounts.isShown;
  return t.accounts.waits(shownFrom, account === null, shown && briefOf(shown));
}

const Line = ({ line }: { line: AccountLine }) => {
  const { currency, account, isFaulty } = line;
  const { change, enterAgain, remove } = t.accounts;
  return (
    <Section
      title={currency}
      acts={
        <span>
          <a href={`${ACCOUNTS}/change?currency=${currency}`}>
            {(isFaulty ? enterAgain : change)(currency)}
          </a>{' '}
          {account && <a href={`${ACCOUNTS}/remove?currency=${currency}`}>{remove(currency)}</a>}
        </span>
      }
    >
      <p class={isFaulty ? 'late' : undefined}>{isFaulty ? t.accounts.unfit : stateOf(line)}</p>
      {account && <AccountFacts account={account} />}
    </Section>
  );
};

/** The choice between the old account and none is only there where there was one before. */
export function AccountFormView({ form, removes }: DeskFormPage & { removes: boolean }) {
  const seen = form.values.get('seen') ?? '0';
  const currency = form.values.get('currency') ?? '';
  const { form: words, add, change, remove, fields } = t.accounts;
  return (
    <DeskForm
      title={removes ? remove(currency) : seen === '0' ? add : change(currency)}
      text={words.text}
      current="initiative"
      form={form}
      fields={[...(removes ? [] : ACCOUNT_FIELDS), ...(seen === '0' ? [] : UNTIL_FIELDS)]}
      words={fields}
      submit={removes ? words.remove : words.save}
      cancel={{ href: ACCOUNTS }}
    >
      <TouchAgain form={form} next={ACCOUNTS} />
      <Hidden values={{ seen, currency: removes ? currency : null }} />
    </DeskForm>
  );
}
