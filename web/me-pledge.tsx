/** One pledge of the signatory who is signed in: where it stands, and what can be done about it. */
import type { ComponentChildren } from 'preact';
import { ErrorSummary, Field, type FormState } from './components/form.tsx';
import { Rows } from './components/pledge-fields.tsx';
import { StageBar } from './components/stage-bar.tsx';
import { fullDay } from './format.ts';
import { Keys } from './me.tsx';
import { en } from './messages/en.ts';
import { quantityOf, standingText, subjectOf } from './messages/en-pledges.ts';
import type { FormKeys, OwnPledge } from './model-me.ts';
import { renderOwn, type OwnFrame } from './own.tsx';
import type { Assets } from './page.tsx';

const t = en.me.pledge;

export interface OwnPledgePage {
  frame: OwnFrame;
  pledge: OwnPledge;
  today: string;
}

const statusOf = ({ status, line }: OwnPledge): string =>
  status === 'accepted' ? standingText(line) : en.me.pledgeStatus[status];

const openOf = ({ line: { stages } }: OwnPledge): bigint =>
  stages.pledged + stages.waiting + stages.committed;

export function renderOwnPledge(page: OwnPledgePage, assets: Assets): string {
  const { frame, pledge } = page;
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
          <p>{t.next(status, line)}</p>
          {asked !== null && <p>{en.me.asked(quantityOf(line.asset, line.kind, asked))}</p>}
          <p class="quiet">{t.visibility[visibility]}</p>
          {status === 'accepted' && (
            <p>
              <a href={`/pledges/${line.ref}`}>{t.publicPage}</a>
            </p>
          )}
        </section>
        {pledge.instalments.length > 0 && <Instalments page={page} />}
        <WhatNext pledge={pledge} closed={frame.initiative.closed} />
      </>
    ),
  });
}

function Instalments({ page: { pledge, today } }: { page: OwnPledgePage }) {
  const { asset, kind } = pledge.line;
  const amount = (quantity: bigint): string => quantityOf(asset, kind, quantity);
  return (
    <section class="own">
      <h2>{t.instalments}</h2>
      <table class="figures-table">
        <thead>
          <tr>
            <th scope="col">{t.due}</th>
            <th scope="col">{t.amount}</th>
            <th scope="col">{t.received}</th>
            <th scope="col">{t.open}</th>
          </tr>
        </thead>
        <tbody>
          {pledge.instalments.map(({ dueOn, quantity, received, outstanding }, index) => (
            <tr key={index}>
              <th scope="row">
                <time datetime={dueOn}>{fullDay(dueOn)}</time>{' '}
                {outstanding > 0n && dueOn < today && <strong class="late">{t.late}</strong>}
              </th>
              <td>{amount(quantity)}</td>
              <td>{received > 0n ? amount(received) : '–'}</td>
              <td>{outstanding > 0n ? amount(outstanding) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What its signatory can do, given where it stands. */
function actsOf(pledge: OwnPledge, closed: boolean): OwnPledgeAct[] {
  const isMoney = pledge.line.kind === 'funding';
  if (pledge.status === 'pending') return closed ? ['withdraw'] : ['edit', 'withdraw'];
  if (pledge.status !== 'accepted') return [];
  const isOpen = openOf(pledge) > 0n;
  return [
    ...(isMoney && !closed ? (['increase'] as const) : []),
    ...(isMoney && isOpen ? (['instalments'] as const) : []),
    ...(isOpen ? (['withdraw'] as const) : []),
  ];
}

function WhatNext({ pledge, closed }: { pledge: OwnPledge; closed: boolean }) {
  const acts = actsOf(pledge, closed);
  if (acts.length === 0) return null;
  return (
    <section class="own">
      <h2>{t.acts}</h2>
      <ul class="acts-list">
        {acts.map((act) => (
          <li key={act}>
            <a href={`/me/pledges/${pledge.line.ref}/${act}`}>{t.forms[act].title}</a>{' '}
            <span class="quiet">{t.forms[act].short}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export type OwnPledgeAct = 'edit' | 'increase' | 'instalments' | 'withdraw';
export type OwnPledgeForm = Exclude<OwnPledgeAct, 'edit'>;

export interface OwnPledgeFormPage extends FormKeys {
  frame: OwnFrame;
  name: OwnPledgeForm;
  pledge: OwnPledge;
  form: FormState;
}

export function renderOwnPledgeForm(page: OwnPledgeFormPage, assets: Assets): string {
  const { frame, name, pledge, form } = page;
  const words = t.forms[name];
  const open = quantityOf(pledge.line.asset, pledge.line.kind, openOf(pledge));
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
        <ErrorSummary form={form} labelOf={t.labelOf} t={en} />
        <Keys keys={page} />
        <p>{words.text(pledge.status === 'pending' ? t.all : open)}</p>
        {FIELDS[name](page)}
        <p class="actions">
          <button type="submit">{words.submit}</button>
          <a href={`/me/pledges/${pledge.line.ref}`}>{t.keep}</a>
        </p>
      </form>
    ),
  });
}

const number = { size: 16, inputMode: 'decimal', autocomplete: 'off' } as const;

const FIELDS: Record<OwnPledgeForm, (page: OwnPledgeFormPage) => ComponentChildren> = {
  increase: ({ form, pledge }) => (
    <Field
      name="amount"
      label={t.labels.increase(pledge.line.asset)}
      form={form}
      input={number}
      t={en}
    />
  ),
  withdraw: ({ form, pledge: { status, line } }) =>
    status === 'accepted' && (
      <Field
        name={line.kind === 'funding' ? 'amount' : 'gpuHours'}
        label={line.kind === 'funding' ? t.labels.part(line.asset) : t.labels.hours}
        hint={t.hints.part}
        isOptional
        form={form}
        input={number}
        t={en}
      />
    ),
  instalments: ({ form, pledge }) => (
    <Rows
      list="instalments"
      columns={[
        ['dueOn', { type: 'date', size: 14 }],
        ['amount', number],
      ]}
      initial={pledge.instalments.filter(({ received }) => received === 0n).length}
      form={form}
      t={en}
    />
  ),
};
