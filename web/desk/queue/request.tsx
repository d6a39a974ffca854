/** A giver's request about an agreed pledge, in the queue: what it says, and what granting it would do. */
import type { Instalment } from '../../../server/domain/pledge-book.ts';
import { fullAmount, fullDay } from '../../format.ts';
import { Stages } from '../pledge/movement.tsx';
import type { RequestPreview, WaitingRequest } from '../../data/desk.ts';
import { signatoryPath } from './parts.tsx';
import { t } from '../../words.ts';

/** More are counted. */
const SHOWN = 12;

export function Request({ request, waits }: { request: WaitingRequest; waits: string }) {
  const { ref, line, giver, text, preview } = request;
  return (
    <div class="known">
      <p class="head">
        <a href={`/admin/pledges/${ref}`}>{t.subjectOf(line)}</a> {t.queue.from}{' '}
        <a href={signatoryPath(giver.id)}>{giver.name}</a>{' '}
        <span class="quiet">{t.queue.request.name}</span> <span class="quiet wait">{waits}</span>
      </p>
      <p class="facts">{t.standingText(line)}</p>
      <p class="why">{t.queue.request.wish(request)}</p>
      <blockquote class="whole">{text}</blockquote>
      {preview === null ? (
        <p class="late">{t.queue.request.misfit}</p>
      ) : (
        <Preview preview={preview} kind={request.kind} />
      )}
    </div>
  );
}

function Preview({ preview, kind }: { preview: RequestPreview; kind: WaitingRequest['kind'] }) {
  if (kind !== 'postpone') return <Stages {...preview} />;
  const { gone, come, before } = preview;
  return (
    <section class="own before-after">
      <h2>{t.queue.request.instalments}</h2>
      <div class="schedules">
        <Schedule title={t.queue.request.now} parts={gone} asset={before.asset} />
        <Schedule title={t.queue.request.wanted} parts={come} asset={before.asset} />
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
          <td>{t.queue.request.none}</td>
        </tr>
      )}
      {parts.length > SHOWN && (
        <tr>
          <td colspan={2}>{t.queue.request.more(parts.length - SHOWN)}</td>
        </tr>
      )}
    </tbody>
  </table>
);
