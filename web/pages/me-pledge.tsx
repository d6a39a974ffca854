import { REQUEST_KINDS } from '../../server/domain/agreed.ts';
import { Instalments } from '../components/schedule.tsx';
import type { BankAccount } from '../../server/domain/bank-account.ts';
import { creditorReference } from '../../server/domain/creditor-reference.ts';
import { AccountFacts } from '../components/account.tsx';
import { StageBar } from '../components/bar.tsx';
import { Act, isPayable, openOf, promisedOf, Question } from './me.tsx';
import { fullAmount, fullDay } from '../format.ts';
import type { FormKeys, OwnPledge, OwnRequest, OwnPledgeForm } from '../data/me.ts';
import type { ConfirmationLine } from '../data/confirmation.ts';
import type { PaymentLine } from '../data/pay.ts';
import { Confirmations } from './confirmation.tsx';
import { Own, useOwnFrame } from './frame.tsx';
import { Payments } from './paid.tsx';
import { t } from '../words.ts';

export interface OwnPledgePage extends FormKeys {
  pledge: OwnPledge;
  canPay: boolean;
  /** Where to transfer what is outstanding; null if nothing is, or there is no account. */
  account: BankAccount | null;
  payments: PaymentLine[];
  confirmations: ConfirmationLine[];
  today: string;
}

export const statusOf = ({ status, line }: OwnPledge): string =>
  status === 'accepted' ? t.standingText(line) : t.me.pledgeStatus[status];

export function OwnPledgeView(page: OwnPledgePage) {
  const frame = useOwnFrame();
  const { pledge, canPay, account, payments } = page;
  const { line, status, visibility, reason, asked } = pledge;
  return (
    <Own title={t.subjectOf(line)} text={statusOf(pledge)} current="me" isBelow>
      {status === 'accepted' && <StageBar pledge={line} height={14} />}
      <section class="own">
        {reason && <blockquote>{reason}</blockquote>}
        <p>{t.me.pledge.next(status, line, { ...frame, canPay: canPay || account !== null })}</p>
        <Question of={pledge} />
        <Entered pledge={pledge} keys={page} />
        {asked !== null && (
          <>
            <Asked pledge={pledge} />
            <Act
              action={`/me/pledges/${line.ref}/increase/withdraw`}
              text={t.me.pledge.askNoMore}
              keys={page}
            />
          </>
        )}
        <Requests pledge={pledge} keys={page} />
        <p class="quiet">{t.me.pledge.visibility[visibility]}</p>
        {isPayable(pledge) && account === null && (
          <p class="quiet">{t.me.pledge.paymentRef(pledge.paymentRef)}</p>
        )}
        {status === 'accepted' && (
          <p>
            <a href={`/pledges/${line.ref}`}>{t.me.pledge.publicPage}</a>
          </p>
        )}
      </section>
      {account && <WhereToPay pledge={pledge} account={account} />}
      {line.windows.length > 0 && (
        <section class="own">
          <h2>{t.pledge.windows}</h2>
          <ul>
            {line.windows.map((window, index) => (
              <li key={index}>{t.pledge.window(line.asset, window)}</li>
            ))}
          </ul>
        </section>
      )}
      {pledge.instalments.length > 0 && <Schedule page={page} />}
      {payments.length > 0 && (
        <section class="own">
          <h2>{t.pay.list.title}</h2>
          <Payments payments={payments} />
        </section>
      )}
      {line.kind === 'funding' && <Confirmations of={page.confirmations} line={line} />}
      <WhatNext pledge={pledge} closed={frame.initiative.closed} canPay={canPay} />
    </Own>
  );
}

const Schedule = ({ page: { pledge, today } }: { page: OwnPledgePage }) => (
  <section class="own wide">
    <h2>{t.me.pledge.instalments}</h2>
    <Instalments
      instalments={pledge.instalments}
      asset={pledge.line.asset}
      today={today}
      isUndecided={isUndecided(pledge)}
    />
  </section>
);

/** The giver's word for what an admin entered. */
const Entered = ({ pledge, keys }: { pledge: OwnPledge; keys: FormKeys }) =>
  pledge.isUnconfirmed && (isUndecided(pledge) || pledge.status === 'accepted') ? (
    <div class="question">
      <p>{t.me.pledge.entered}</p>
      <Act
        action={`/me/pledges/${pledge.line.ref}/confirm`}
        text={t.me.pledge.confirm}
        keys={keys}
        hidden={{ revision: String(pledge.revision) }}
      />
    </div>
  ) : null;

interface WhereToPayProps {
  pledge: OwnPledge;
  account: BankAccount;
}

const WhereToPay = ({ pledge: { paymentRef }, account }: WhereToPayProps) => (
  <section class="own" id="where-to-pay">
    <h2>{t.accounts.giver.title}</h2>
    <p>{t.accounts.giver.text(account.currency)}</p>
    <AccountFacts account={account} reference={creditorReference(paymentRef)} />
    <p>
      <strong>{t.accounts.giver.never}</strong>
    </p>
    <p class="quiet">{t.accounts.giver.before}</p>
  </section>
);

export const Asked = ({ pledge: { asked, line } }: { pledge: OwnPledge }) =>
  asked === null ? null : <p>{t.me.asked(t.quantityOf(line.asset, line.kind, asked))}</p>;

export const isUndecided = ({ status }: OwnPledge): boolean =>
  status === 'pending' || status === 'ready';

const wishOf = ({ instalments, quantity }: OwnRequest, { asset, kind }: OwnPledge['line']) => [
  ...instalments.map((part) => `${fullDay(part.dueOn)}: ${fullAmount(part.quantity, asset)}`),
  ...(quantity === null ? [] : [t.me.pledge.requests.by(t.quantityOf(asset, kind, quantity))]),
];

function Requests({ pledge, keys }: { pledge: OwnPledge; keys: FormKeys }) {
  const { line, request, decided } = pledge;
  return (
    <>
      {decided && (
        <div class="question">
          <p>{t.me.pledge.requests.decided(decided.kind, decided.isGranted, decided.on)}</p>
          <blockquote>{decided.reason}</blockquote>
        </div>
      )}
      {request && (
        <div class="question">
          <p>
            <strong>{t.me.pledge.requests.waiting[request.kind]}</strong>
          </p>
          <ul>
            {wishOf(request, line).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <blockquote>{request.text}</blockquote>
          <Act
            action={`/me/pledges/${line.ref}/requests/cancel`}
            text={t.me.pledge.requests.cancel}
            keys={keys}
          />
        </div>
      )}
    </>
  );
}

function actsOf(pledge: OwnPledge, closed: boolean, canPay: boolean): OwnPledgeAct[] {
  const isMoney = pledge.line.kind === 'funding';
  if (isUndecided(pledge)) {
    return closed || pledge.wasAccepted ? ['withdraw'] : ['edit', 'withdraw'];
  }
  if (pledge.status !== 'accepted') return [];
  const isAgreed = pledge.agreed > 0n;
  return [
    ...(canPay && isPayable(pledge) ? (['pay'] as const) : []),
    ...(isMoney && !closed ? (['increase'] as const) : []),
    ...(isMoney && !isAgreed && openOf(pledge) > 0n ? (['instalments'] as const) : []),
    ...(promisedOf(pledge) > 0n ? (['withdraw'] as const) : []),
    ...(isAgreed ? REQUEST_KINDS.filter((kind) => isMoney || kind !== 'postpone') : []),
  ];
}

function whyNot({ asked, request }: OwnPledge, act: OwnPledgeAct): string | null {
  const asks = (REQUEST_KINDS as readonly string[]).includes(act);
  if (request && (asks || act === 'increase')) return t.me.pledge.requests.after;
  if (asked !== null && (asks || act === 'instalments')) return t.me.pledge.afterAsked;
  return null;
}

type OwnPledgeAct = 'pay' | 'edit' | OwnPledgeForm;

interface WhatNextProps {
  pledge: OwnPledge;
  closed: boolean;
  canPay: boolean;
}

function WhatNext({ pledge, closed, canPay }: WhatNextProps) {
  const acts = actsOf(pledge, closed, canPay);
  if (acts.length === 0) return null;
  return (
    <section class="own unprinted">
      <h2>{t.me.pledge.acts}</h2>
      <ul class="acts-list">
        {acts.map((act) => {
          const why = whyNot(pledge, act);
          const { title, short } = t.me.pledge.forms[act];
          return (
            <li key={act}>
              {why === null ? <a href={`/me/pledges/${pledge.line.ref}/${act}`}>{title}</a> : title}{' '}
              <span class="quiet">{why ?? short}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
