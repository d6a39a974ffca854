/** What the queue shows of each signature, pledge and request. */
import { besideOf } from '../../data/countries.ts';
import { langOf, typed } from '../../components/name.tsx';
import { Quotes } from '../../components/signatories.tsx';
import type { Instalment } from '../../../server/domain/pledge-book.ts';
import type {
  DeskSignature,
  RequestPreview,
  WaitingPledge,
  WaitingRequest,
} from '../../data/desk.ts';
import { fullAmount, fullDay } from '../../format.ts';
import { Stages } from '../pledge/movement.tsx';
import { headOf, signatoryPath } from './parts.tsx';
import { t } from '../../words.ts';
import { Section } from '../parts.tsx';

export const Facts = ({ of }: { of: (string | null | undefined | false)[] }) => (
  <p class="facts">{of.filter(Boolean).join(' · ')}</p>
);

/** The address, as far as this admin may see it. */
export const addressText = ({ email, domain, confirmedAt }: DeskSignature): string => {
  if (domain === null) return t.queue.noAddress;
  return `${email ?? `${t.queue.addressHidden} (${domain})`}, ${t.queue.confirmed(confirmedAt)}`;
};

export function Signature({ signature, waits }: { signature: DeskSignature; waits: string }) {
  const { id, name, kind, url, isPublic } = signature;
  const isStatement = signature.status === 'published';
  const why = isStatement
    ? t.queue.statementWaits
    : (t.queue.review(signature.review) ?? t.queue.entered);
  return (
    <div class="known">
      <p class="head" id={headOf(id)}>
        <a href={signatoryPath(id)}>{typed(name)}</a>{' '}
        <span class="quiet">{t.queue.kinds[kind]}</span> <span class="quiet wait">{waits}</span>
      </p>
      <Facts of={[...besideOf(signature), !isPublic && t.queue.notPublic]} />
      <Facts of={[addressText(signature)]} />
      <Facts of={[url, signature.verifiedDomain && t.queue.verified(signature.verifiedDomain)]} />
      <p class="why">{why}</p>
      <Alike signature={signature} />
      {signature.waitingPledges > 0 && (
        <p class="facts">{t.queue.waitingPledges(signature.waitingPledges)}</p>
      )}
      <Quotes of={signature} />
    </div>
  );
}

function Alike({ signature: { id, sameName, sameDomain, domain } }: { signature: DeskSignature }) {
  if (sameName === 0 && sameDomain === 0) return null;
  return (
    <p class="alike">
      {sameName > 0 && <a href={`${signatoryPath(id)}#same-name`}>{t.queue.sameName(sameName)}</a>}{' '}
      {sameDomain > 0 && domain !== null && (
        <a href={`${signatoryPath(id)}#same-domain`}>{t.queue.sameDomain(sameDomain, domain)}</a>
      )}
    </p>
  );
}

export function Pledge({
  pledge,
  waits,
  now,
}: {
  pledge: WaitingPledge;
  waits: string;
  now: Date;
}) {
  const { ref, giver, reading, accepted, condition, currency, together } = pledge;
  const { paidThrough, details, visibility } = reading;
  const { note, ...texts } = details;
  const subject = t.subjectOf({
    ...reading,
    total: reading.quantity,
    windows: [...reading.windows],
  });
  return (
    <div class="known">
      <p class="head" id={headOf(ref)}>
        <a href={`/admin/pledges/${ref}`}>{subject}</a> {t.queue.from}{' '}
        <a href={signatoryPath(giver.id)}>{typed(giver.name)}</a>{' '}
        <span class="quiet">{t.queue.pledge}</span> <span class="quiet wait">{waits}</span>
      </p>
      <p class="facts">
        {t.pledgeGift(reading)}, {t.queue.visibility[visibility]}.{' '}
        {accepted !== null && t.queue.asksFor(accepted, reading.asset)}
      </p>
      <p class="why">{t.queue.baseText(pledge)}</p>
      <p class="facts">{t.queue.reasons(pledge)}</p>
      {together?.dueAt && <p class="facts">{t.queue.together.ready(together.dueAt, now)}</p>}
      {condition && <p class="facts">{t.pledge.conditionSentence(condition, currency)}</p>}
      <Facts
        of={[
          paidThrough && `${t.queue.paidThrough[paidThrough.kind]} ${paidThrough.name}`,
          ...t.pledgeForm.said(texts).map(([label, text]) => `${label}: ${text}`),
        ]}
      />
      {note && (
        <blockquote dir="auto" lang={langOf(note)}>
          {note}
        </blockquote>
      )}
    </div>
  );
}

/** How many instalments are listed; the rest are counted. */
const SHOWN = 12;

export function Request({ request, waits }: { request: WaitingRequest; waits: string }) {
  const { ref, line, giver, text, preview } = request;
  return (
    <div class="known">
      <p class="head" id={headOf(ref)}>
        <a href={`/admin/pledges/${ref}`}>{t.subjectOf(line)}</a> {t.queue.from}{' '}
        <a href={signatoryPath(giver.id)}>{typed(giver.name)}</a>{' '}
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
    <Section class="own before-after" title={t.queue.request.instalments}>
      <div class="schedules">
        <Schedule title={t.queue.request.now} parts={gone} asset={before.asset} />
        <Schedule title={t.queue.request.wanted} parts={come} asset={before.asset} />
      </div>
    </Section>
  );
}

interface ScheduleProps {
  title: string;
  parts: readonly Instalment[];
  asset: string;
}

const Schedule = ({ title, parts, asset }: ScheduleProps) => (
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
