import type { ComponentChildren } from 'preact';
import type { Act, Doer } from '../../../server/domain/audit-trail.ts';
import { entryPath } from '../../components/changes.tsx';
import { instant } from '../../format.ts';
import { Pager } from '../../components/list.tsx';
import { OutwardLink } from '../../components/link.tsx';
import type { InitiativeField } from '../../messages/shapes.ts';
import type { Listing } from '../../data/pages.ts';
import { Terms } from '../../components/review.tsx';
import { LAST_EMAIL } from '../email.tsx';
import { Desk, IfRight, titleOf } from '../frame.tsx';
import { Compute, Rates, type ComputePart, type RatesPart } from '../rates/page.tsx';
import { t } from '../../words.ts';
import { ACCOUNTS } from './accounts.tsx';
import { INVITE } from './forms.tsx';
import { LinkLine, Section } from '../parts.tsx';

export interface HistoryLine {
  id: string;
  at: Date;
  doer: Doer;
  act: Act;
  reason: string | null;
  entry: number | null;
  /** The values before and after; a long text is only named. */
  changes: { field: string; text: string | null }[];
}

type FactLine = [field: InitiativeField, text: string | null];

export interface DeskInitiativePage {
  name: string;
  currency: string;
  terms: FactLine[];
  isBeforeOpening: boolean;
  isClosed: boolean;
  hasEnded: boolean;
  recipient: FactLine[];
  missing: InitiativeField[];
  milestones: { amount: string; label: string; state: string }[];
  compute: ComputePart;
  rates: RatesPart;
  history: HistoryLine[];
  list: Omit<Listing, 'found'>;
}

export function DeskInitiativeView(page: DeskInitiativePage) {
  const { name, currency, terms, recipient, missing } = page;
  return (
    <Desk title={name} text={t.deskInitiative.lead(currency)} current="initiative">
      <Part id="terms" path="/admin/initiative/terms">
        <Facts rows={terms} />
        <IfRight right="manage">
          <p class="after">
            {page.isBeforeOpening && <a href={INVITE}>{t.deskInitiative.invitation.title}</a>}{' '}
            <a href="/admin/initiative/terms#closed">{t.closing.change(page.isClosed)}</a>{' '}
            {page.hasEnded && <a href={LAST_EMAIL}>{t.closing.email.title}</a>}
          </p>
        </IfRight>
      </Part>
      <Part id="recipient" path="/admin/initiative/recipient">
        <p class={missing.length > 0 ? 'lacks' : 'quiet'}>
          {missing.length > 0 ? t.deskInitiative.missing(missing) : t.deskInitiative.complete}
        </p>
        <Facts rows={recipient.filter(([, text]) => text !== null)} />
        <IfRight right="manage">
          <LinkLine class="after" href={ACCOUNTS} text={t.accounts.toAccounts} />
        </IfRight>
      </Part>
      <Part id="milestones" path="/admin/initiative/milestones">
        <Milestones page={page} />
      </Part>
      <Part id="look" path="/admin/initiative/look">
        <p class="quiet">{t.deskLook.text}</p>
      </Part>
      <Rates rates={page.rates} />
      <Compute compute={page.compute} />
      <History page={page} />
    </Desk>
  );
}

interface PartProps {
  id: 'terms' | 'recipient' | 'milestones' | 'look';
  path: string;
  children: ComponentChildren;
}

const Part = ({ id, path, children }: PartProps) => {
  const { title, change } = t.deskInitiative.parts[id];
  const acts = (
    <IfRight right="manage">
      <a href={path}>{change}</a>
    </IfRight>
  );
  return (
    <Section id={id} title={title} acts={acts}>
      {children}
    </Section>
  );
};

const Facts = ({ rows }: { rows: FactLine[] }) => (
  <Terms
    rows={rows.map(([field, text]) => [
      t.deskInitiative.label(field),
      text === null ? (
        <span class="quiet">{t.deskInitiative.none}</span>
      ) : (
        <OutwardLink url={text}>{text}</OutwardLink>
      ),
    ])}
  />
);

const Milestones = ({ page: { milestones } }: { page: DeskInitiativePage }) =>
  milestones.length === 0 ? (
    <p class="quiet">{t.deskInitiative.noMilestones}</p>
  ) : (
    <Terms
      rows={milestones.map(({ amount, label, state }) => [
        amount,
        <>
          {label} <span class="quiet">{state}</span>
        </>,
      ])}
    />
  );

const History = ({ page: { history, list } }: { page: DeskInitiativePage }) => (
  <Section id="history" title={titleOf('audit')}>
    {history.length === 0 && <p class="quiet">{t.deskPledge.nothing}</p>}
    <ol class="history">
      {history.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ol>
    <Pager list={list} path="/admin/initiative" query={{}} />
  </Section>
);

const Line = ({ line }: { line: HistoryLine }) => (
  <li>
    <p class="quiet">
      <time datetime={line.at.toISOString()}>{instant(line.at)}</time> {t.audit.first(line.doer)}{' '}
      {t.audit.did(line)}
      {line.entry !== null && (
        <>
          {' '}
          <a href={entryPath(line.entry)}>{t.pledge.entry(line.entry)}</a>
        </>
      )}
    </p>
    {line.changes.map(({ field, text }) => (
      <p key={field}>{t.deskInitiative.history.change(field, text)}</p>
    ))}
    {line.reason && <p>{t.deskInitiative.history.because(line.reason)}</p>}
  </li>
);
