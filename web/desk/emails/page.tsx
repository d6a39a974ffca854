/** Emails that failed: those that are tried again, and those that were given up. */
import { count, instant } from '../../format.ts';
import type { Column } from '../../components/table.tsx';
import { Desk } from '../frame.tsx';
import { Act, ListTable } from '../parts.tsx';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';

const HOME = '/admin/emails';

export interface EmailLine {
  id: string;
  kind: string;
  /** The pledge that it is about. */
  ref: string | null;
  /** Null for whoever may not see addresses. */
  to: string | null;
  createdAt: Date;
  attempts: number;
  error: {
    code?: string | undefined;
    command?: string | undefined;
    responseCode?: number | undefined;
  };
  /** Null if it was given up. */
  nextAt: Date | null;
  mayAct: boolean;
}

export interface EmailsPage {
  /** The oldest first; there may be more. */
  lines: readonly EmailLine[];
  failed: number;
}

export function EmailsView({ lines, failed }: EmailsPage) {
  return (
    <Desk text={t.emails.text} current="emails">
      {failed > lines.length && <p>{t.emails.more(lines.length, count(failed))}</p>}
      <ListTable rows={lines} columns={columnsOf()} none={t.emails.none} />
    </Desk>
  );
}

function columnsOf(): Column<EmailLine>[] {
  const { columns } = t.emails;
  return [
    [
      columns.what,
      ({ kind, ref }) => (
        <>
          {t.emails.kindOf(kind)}
          {ref !== null && (
            <span class="line">
              <a href={`/admin/pledges/${ref}`}>{ref}</a>
            </span>
          )}
        </>
      ),
    ],
    [columns.to, ({ to }) => typed(to) ?? <span class="quiet">{t.emails.hidden}</span>],
    [columns.since, ({ createdAt }) => instant(createdAt)],
    [columns.why, ({ error, attempts }) => t.emails.why(error, attempts)],
    [columns.next, (line) => <Next line={line} />],
  ];
}

const Next = ({ line: { id, nextAt, mayAct } }: { line: EmailLine }) => (
  <>
    {nextAt === null ? <strong class="late">{t.emails.givenUp}</strong> : t.emails.nextAt(nextAt)}
    {mayAct && (
      <>
        <Act class="acts" action={`${HOME}/${id}/send-again`} text={t.emails.sendAgain} />
        <Act class="acts" action={`${HOME}/${id}/discard`} text={t.emails.discard} />
      </>
    )}
  </>
);
