/** A giver's request about an agreed pledge, in the queue: what it says, and what granting it would do. */
import type { Instalment } from '../../server/domain/book.ts';
import { fullAmount, fullDay } from '../format.ts';
import { deskQueue } from '../messages/en-desk-queue.ts';
import { standingText, subjectOf } from '../messages/en-pledges.ts';
import { Stages } from './hand.tsx';
import type { RequestPreview, WaitingRequest } from './queue-model.ts';
import { signatoryPath } from './queue-parts.tsx';

const t = deskQueue.request;

/** More are counted. */
const SHOWN = 12;

export function Request({ request, waits }: { request: WaitingRequest; waits: string }) {
  const { ref, line, giver, text, preview } = request;
  return (
    <div class="known">
      <p class="head">
        <a href={`/admin/pledges/${ref}`}>{subjectOf(line)}</a> {deskQueue.from}{' '}
        <a href={signatoryPath(giver.id)}>{giver.name}</a> <span class="quiet">{t.name}</span>{' '}
        <span class="quiet wait">{waits}</span>
      </p>
      <p class="facts">{standingText(line)}</p>
      <p class="why">{t.wish(request)}</p>
      <blockquote class="whole">{text}</blockquote>
      {preview === null ? (
        <p class="late">{t.misfit}</p>
      ) : (
        <Preview preview={preview} kind={request.kind} />
      )}
    </div>
  );
}

function Preview({ preview, kind }: { preview: RequestPreview; kind: WaitingRequest['kind'] }) {
  if (kind !== 'postpone') return <Stages page={preview} />;
  const { gone, come, before } = preview;
  return (
    <section class="own before-after">
      <h2>{t.instalments}</h2>
      <div class="schedules">
        <Schedule title={t.now} parts={gone} asset={before.asset} />
        <Schedule title={t.wanted} parts={come} asset={before.asset} />
      </div>
    </section>
  );
}

const Schedule = ({
  title,
  parts,
  asset,
}: {
  title: string;
  parts: readonly Instalment[];
  asset: string;
}) => (
  <table class="figures-table">
    <caption class="quiet">{title}</caption>
    <tbody>
      {parts.slice(0, SHOWN).map(({ dueOn, quantity }, index) => (
        <tr key={index}>
          <th scope="row">
            <time datetime={dueOn}>{fullDay(dueOn)}</time>
          </th>
          <td>{fullAmount(quantity, asset)}</td>
        </tr>
      ))}
      {parts.length === 0 && (
        <tr>
          <td>{t.none}</td>
        </tr>
      )}
      {parts.length > SHOWN && (
        <tr>
          <td colspan={2}>{t.more(parts.length - SHOWN)}</td>
        </tr>
      )}
    </tbody>
  </table>
);
