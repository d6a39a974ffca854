/** The forms in which an admin enters a signature or a pledge for somebody, and a private note. */
import { labelIn, Fields } from '../../components/form-fields.tsx';
import { FieldSet, Hidden } from '../../components/form.tsx';
import { PledgeFields } from '../../components/pledge-fields.tsx';
import { countries } from '../../data/countries.ts';
import type { FormFrame, PledgeKind } from '../../data/forms.ts';
import { ENTER_FIELDS, MEMBER_FIELDS, NOTE_FIELDS, SOURCE_FIELDS } from '../../forms/entry.ts';
import { PLEDGE } from '../../forms/pledge.ts';
import { t } from '../../words.ts';
import { DeskForm, type DeskFormPage } from '../parts.tsx';

const countryOptions = () => [['', t.sign.noCountry] as const, ...countries];

export const EnterSignatoryView = ({ form }: DeskFormPage) => (
  <DeskForm
    title={t.entry.signatory.title}
    text={t.entry.signatory.text}
    current="signatories"
    form={form}
    fields={ENTER_FIELDS}
    words={t.entry.signatory.fields}
    options={{ country: countryOptions() }}
    submit={t.entry.signatory.submit}
    cancel={{ href: '/admin/signatories' }}
  />
);

interface EnterPledgePage extends DeskFormPage {
  kind: PledgeKind;
  giver: { id: string; name: string; hasAddress: boolean };
  terms: Pick<FormFrame, 'currency' | 'h100Rates' | 'canGive'>;
}

export function EnterPledgeView(page: EnterPledgePage) {
  const { form, kind, giver, terms } = page;
  const words = t.entry.pledge;
  const ofKind = t.pledgeForm.fields[kind];
  return (
    <DeskForm
      title={words.title[kind](giver.name)}
      text={words.text}
      current="pledges"
      island={kind === 'compute' ? 'pledge.js' : undefined}
      form={form}
      labelOf={(name) => labelIn(words.fields, name) ?? labelIn(ofKind, name, PLEDGE)}
      submit={words.submit}
      go="send"
      cancel={{ href: `/admin/signatories/${giver.id}` }}
    >
      {/* Enter presses the first button. */}
      <button class="unseen" name="go" value="send" tabIndex={-1} aria-hidden="true">
        {words.submit}
      </button>
      <Hidden values={{ signatory: giver.id, kind }} />
      <PledgeFields
        page={terms}
        kind={kind}
        form={form}
        others={{ visibility: words.visibility }}
      />
      <FieldSet title={words.section}>
        <Fields
          fields={SOURCE_FIELDS.filter(({ at }) => at !== 'invite' || giver.hasAddress)}
          words={words.fields}
          form={form}
        />
      </FieldSet>
    </DeskForm>
  );
}

interface NotePage extends DeskFormPage {
  /** The page that the note is on, and of what. */
  path: string;
  current: 'signatories' | 'pledges';
  name: string;
}

export const NoteView = (page: NotePage) => (
  <DeskForm
    {...page}
    title={`${t.entry.note.title}: ${page.name}`}
    text={t.entry.note.text}
    fields={NOTE_FIELDS.filter(({ as }) => as !== 'hidden')}
    words={t.entry.note.fields}
    submit={t.entry.note.submit}
    cancel={{ href: page.path }}
  >
    <Hidden values={{ seen: page.form.values.get('seen') }} />
  </DeskForm>
);

export const MembersView = ({ form, ref }: DeskFormPage & { ref: string }) => (
  <DeskForm
    form={form}
    title={t.entry.members.title(ref)}
    text={t.entry.members.text}
    current="pledges"
    fields={MEMBER_FIELDS}
    words={t.entry.members.fields}
    submit={t.entry.members.submit}
    cancel={{ href: `/admin/pledges/${ref}` }}
  />
);
