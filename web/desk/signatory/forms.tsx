/** The forms that correct a signatory, and join two records of one giver. */
import { correctFields, JOIN_FIELDS } from '../../forms/entry.ts';
import type { GiverStatus } from '../../../server/domain/signatory.ts';
import { t } from '../../words.ts';
import { DeskForm, type DeskFormPage } from '../parts.tsx';
import { signatoryPath } from '../queue/parts.tsx';

interface CorrectPage extends DeskFormPage {
  signature: { id: string; name: string; kind: 'person' | 'organisation' };
}

export function CorrectView({ form, signature }: CorrectPage) {
  const { id, name, kind } = signature;
  const path = signatoryPath(id);
  return (
    <DeskForm
      title={t.entry.correct.title(name)}
      text={t.entry.correct.text}
      current="signatories"
      form={form}
      fields={correctFields(kind)}
      words={t.entry.correct.fields}
      submit={t.entry.correct.submit}
      cancel={{ href: path }}
    />
  );
}

interface JoinPage extends DeskFormPage {
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

export function JoinView({ form, signature, records }: JoinPage) {
  const path = signatoryPath(signature.id);
  const words = t.entry.join;
  return (
    <DeskForm
      title={words.title(signature.name)}
      text={words.text}
      current="signatories"
      form={form}
      fields={JOIN_FIELDS}
      words={words.fields}
      submit={words.submit}
      cancel={{ href: path }}
    >
      <ul class="lines">
        {records.map((record, index) => (
          <li key={record.id}>
            {index === 0 ? words.stays : words.goes}{' '}
            <a href={signatoryPath(record.id)}>{record.name}</a>{' '}
            <span class="quiet">{words.record(record)}</span>
          </li>
        ))}
      </ul>
    </DeskForm>
  );
}
