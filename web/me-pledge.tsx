/** One pledge of the signatory who is signed in: where it stands, and what can be done about it. */
import type { ComponentChildren } from 'preact';
import { Checkbox } from './components/form-choice.tsx';
import { ErrorSummary, Field, type FormState } from './components/form.tsx';
import { Instalments } from './components/instalments.tsx';
import { Rows } from './components/pledge-fields.tsx';
import { StageBar } from './components/stage-bar.tsx';
import { Act, isPayable, Keys, openOf, Question } from './me.tsx';
import { en } from './messages/en.ts';
import { quantityOf, standingText, subjectOf } from './messages/en-pledges.ts';
import type { FormKeys, OwnPledge } from './model-me.ts';
import type { PaymentLine } from './model-pay.ts';
import { renderOwn, type OwnFrame } from './own.tsx';
import type { Assets } from './page.tsx';
import { Payments } from './paid.tsx';

const t = en.me.pledge;

export interface OwnPledgePage extends FormKeys {
  frame: OwnFrame;
  pledge: OwnPledge;
  /** Payments are open. */
  canPay: boolean;
  /** Those so far, the newest first. */
  payments: PaymentLine[];
  today: string;
}

const statusOf = ({ status, line }: OwnPledge): string =>
  status === 'accepted' ? standingText(line) : en.me.pledgeStatus[status];

export function renderOwnPledge(page: OwnPledgePage, assets: Assets): string {
  const { frame, pledge, canPay, payments } = page;
  const { line, status, visibility, reason, asked } = pledge;
  return renderOwn({
    frame,
    title: subjectOf(line),
    text: statusOf(pledge),
    current: 'me',
    isBelow: true,
    assets,
    children: (
      <>
        {status === 'accepted' && <StageBar pledge={line} height={14} />}
        <section class="own">
          {reason && <blockquote>{reason}</blockquote>}
          <p>{t.next(status, line, { ...frame, canPay })}</p>
          <Question of={pledge} />
          {asked !== null && (
            <>
              <Asked pledge={pledge} />
              <Act
                action={`/me/pledges/${line.ref}/increase/withdraw`}
                text={t.askNoMore}
                keys={page}
              />
            </>
          )}
          <p class="quiet">{t.visibility[visibility]}</p>
          {isPayable(pledge) && <p class="quiet">{t.paymentRef(pledge.paymentRef)}</p>}
          {status === 'accepted' && (
            <p>
              <a href={`/pledges/${line.ref}`}>{t.publicPage}</a>
            </p>
          )}
        </section>
        {line.windows.length > 0 && (
          <section class="own">
            <h2>{en.pledge.windows}</h2>
            <ul>
              {line.windows.map((window, index) => (
                <li key={index}>{en.pledge.window(line.asset, window)}</li>
              ))}
            </ul>
          </section>
        )}
        {pledge.instalments.length > 0 && (
          <section class="own">
            <h2>{t.instalments}</h2>
            <Instalments
              instalments={pledge.instalments}
              asset={line.asset}
              today={page.today}
              t={en}
            />
          </section>
        )}
        {payments.length > 0 && (
          <section class="own">
            <h2>{en.pay.list.title}</h2>
            <Payments payments={payments} />
          </section>
        )}
        <WhatNext pledge={pledge} closed={frame.initiative.closed} canPay={canPay} />
      </>
    ),
  });
}

/** The larger amount that waits for an admin, if one does. */
const Asked = ({ pledge: { asked, line } }: { pledge: OwnPledge }) =>
  asked === null ? null : <p>{en.me.asked(quantityOf(line.asset, line.kind, asked))}</p>;

const isUndecided = ({ status }: OwnPledge): boolean => status === 'pending' || status === 'ready';

/** What its signatory can do, given where it stands. */
function actsOf(pledge: OwnPledge, closed: boolean, canPay: boolean): OwnPledgeAct[] {
  const isMoney = pledge.line.kind === 'funding';
  if (isUndecided(pledge)) {
    return closed || pledge.wasAccepted ? ['withdraw'] : ['edit', 'withdraw'];
  }
  if (pledge.status !== 'accepted') return [];
  const isOpen = openOf(pledge, true) > 0n;
  return [
    ...(canPay && isPayable(pledge) ? (['pay'] as const) : []),
    ...(isMoney && !closed ? (['increase'] as const) : []),
    ...(isMoney && isOpen ? (['instalments'] as const) : []),
    ...(isOpen ? (['withdraw'] as const) : []),
  ];
}

interface WhatNextProps {
  pledge: OwnPledge;
  closed: boolean;
  canPay: boolean;
}

function WhatNext({ pledge, closed, canPay }: WhatNextProps) {
  const acts = actsOf(pledge, closed, canPay);
  if (acts.length === 0) return null;
  return (
    <section class="own">
      <h2>{t.acts}</h2>
      <ul class="acts-list">
        {acts.map((act) => (
          <li key={act}>
            {act === 'instalments' && pledge.asked !== null ? (
              <>
                {t.forms[act].title} <span class="quiet">{t.afterAsked}</span>
              </>
            ) : (
              <>
                <a href={`/me/pledges/${pledge.line.ref}/${act}`}>{t.forms[act].title}</a>{' '}
                <span class="quiet">{t.forms[act].short}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export type OwnPledgeAct = 'pay' | 'edit' | 'increase' | 'instalments' | 'withdraw';
export type OwnPledgeForm = Exclude<OwnPledgeAct, 'pay' | 'edit'>;

export interface OwnPledgeFormPage extends FormKeys {
  frame: OwnFrame;
  name: OwnPledgeForm;
  pledge: OwnPledge;
  form: FormState;
}

export function renderOwnPledgeForm(page: OwnPledgeFormPage, assets: Assets): string {
  const { frame, name, pledge, form } = page;
  const words = t.forms[name];
  const { asset, kind } = pledge.line;
  const open = quantityOf(asset, kind, openOf(pledge, name !== 'withdraw'));
  return renderOwn({
    frame,
    title: words.title,
    text: `${subjectOf(pledge.line)}. ${statusOf(pledge)}`,
    current: 'me',
    isBelow: true,
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={`/me/pledges/${pledge.line.ref}/${name}`} novalidate>
        <ErrorSummary form={form} labelOf={(field) => t.labelOf(field, asset)} t={en} />
        <Keys keys={page} />
        <p>{words.text(isUndecided(pledge) ? t.all : open)}</p>
        <Asked pledge={pledge} />
        {name === 'withdraw' && pledge.asked !== null && <p>{t.withAsked}</p>}
        {FIELDS[name](page)}
        <p class="actions">
          <button type="submit">{words.submit}</button>
          <a href={`/me/pledges/${pledge.line.ref}`}>{t.keep}</a>
        </p>
      </form>
    ),
  });
}

const date = { type: 'date', size: 14 } as const;
const number = { size: 16, inputMode: 'decimal', autocomplete: 'off' } as const;

const FIELDS: Record<OwnPledgeForm, (page: OwnPledgeFormPage) => ComponentChildren> = {
  increase: ({ form, pledge }) => (
    <>
      <Field
        name="amount"
        label={t.labelOf('amount', pledge.line.asset)}
        form={form}
        input={number}
        t={en}
      />
      {pledge.instalments.length > 0 && (
        <Field
          name="dueOn"
          label={t.labelOf('dueOn', pledge.line.asset)}
          hint={t.hints.dueOn}
          isOptional
          form={form}
          input={date}
          t={en}
        />
      )}
    </>
  ),
  withdraw: ({ form, pledge: { status, line } }) =>
    status === 'accepted' && (
      <>
        <Field
          name={line.kind === 'funding' ? 'amount' : 'gpuHours'}
          label={t.labelOf(line.kind === 'funding' ? 'amount' : 'gpuHours', line.asset)}
          hint={t.hints.part}
          isOptional
          form={form}
          input={number}
          t={en}
        />
        {line.stages.committed > 0n && (
          <Checkbox
            name="agreed"
            label={t.labelOf('agreed', line.asset)}
            text={t.agreed(quantityOf(line.asset, line.kind, line.stages.committed))}
            hint={t.hints.agreed}
            value="yes"
            form={form}
            t={en}
          />
        )}
      </>
    ),
  instalments: ({ form, pledge }) => (
    <Rows
      list="instalments"
      columns={[
        ['dueOn', date],
        ['amount', number],
      ]}
      initial={pledge.instalments.filter(({ received }) => received === 0n).length || 1}
      form={form}
      t={en}
    />
  ),
};
