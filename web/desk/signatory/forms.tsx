/** The forms that correct a signatory, and join two records of one giver. */
import type { FormState } from '../../components/form.tsx';
import { correctFields, JOIN_FIELDS } from '../../forms/entry.ts';
import type { GiverStatus } from '../../../server/domain/signatory.ts';
import type { Assets } from '../../pages/page.tsx';
import { t } from '../../words.ts';
import type { DeskFrame } from '../frame.tsx';
import { renderDeskForm } from '../parts.tsx';
import { signatoryPath } from '../queue/parts.tsx';

export interface CorrectPage {
  frame: DeskFrame;
  form: FormState;
  signature: { id: string; name: string; kind: 'person' | 'organisation' };
}

export function renderCorrect({ frame, form, signature }: CorrectPage, assets: Assets): string {
  const { id, name, kind } = signature;
  const path = signatoryPath(id);
  return renderDeskForm({
    frame,
    title: t.entry.correct.title(name),
    text: t.entry.correct.text,
    current: 'signatories',
    assets,
    form,
    fields: correctFields(kind),
    words: t.entry.correct.fields,
    action: `${path}/correct`,
    submit: t.entry.correct.submit,
    cancel: { href: path },
  });
}

export interface JoinPage {
  frame: DeskFrame;
  form: FormState;
  signature: { id: string; name: string };
  /** The one that stays; then the other, once it is known. */
  records: {
    id: string;
    name: string;
    email: string | null;
    status: GiverStatus;
    pledges: number;
  }[];
}

export function renderJoin({ frame, form, signature, records }: JoinPage, assets: Assets): string {
  const path = signatoryPath(signature.id);
  const words = t.entry.join;
  return renderDeskForm({
    frame,
    title: words.title(signature.name),
    text: words.text,
    current: 'signatories',
    assets,
    form,
    fields: JOIN_FIELDS,
    words: words.fields,
    action: `${path}/join`,
    submit: words.submit,
    cancel: { href: path },
    children: (
      <ul class="lines">
        {records.map((record, index) => (
          <li key={record.id}>
            {index === 0 ? words.stays : words.goes}{' '}
            <a href={signatoryPath(record.id)}>{record.name}</a>{' '}
            <span class="quiet">{words.record(record)}</span>
          </li>
        ))}
      </ul>
    ),
  });
}
