/** The forms in which an admin enters a signature or a pledge for somebody, and a private note. */
import { labelIn, Fields } from '../../components/form-fields.tsx';
import { FieldSet, Hidden, type FormState } from '../../components/form.tsx';
import { PledgeFields } from '../../components/pledge-fields.tsx';
import { countries } from '../../data/countries.ts';
import type { FormFrame, PledgeKind } from '../../data/forms.ts';
import { ENTER_FIELDS, MEMBER_FIELDS, NOTE_FIELDS, SOURCE_FIELDS } from '../../forms/entry.ts';
import { PLEDGE } from '../../forms/pledge.ts';
import type { Assets } from '../../pages/page.tsx';
import { t } from '../../words.ts';
import type { DeskFrame } from '../frame.tsx';
import { renderDeskForm } from '../parts.tsx';

const countryOptions = () => [['', t.sign.noCountry] as const, ...countries];

export interface EnterSignatoryPage {
  frame: DeskFrame;
  form: FormState;
}

export const renderEnterSignatory = ({ frame, form }: EnterSignatoryPage, assets: Assets): string =>
  renderDeskForm({
    frame,
    title: t.entry.signatory.title,
    text: t.entry.signatory.text,
    current: 'signatories',
    assets,
    form,
    fields: ENTER_FIELDS,
    words: t.entry.signatory.fields,
    options: { country: countryOptions() },
    action: '/admin/signatories/new',
    submit: t.entry.signatory.submit,
    cancel: { href: '/admin/signatories' },
  });

export interface EnterPledgePage {
  frame: DeskFrame;
  form: FormState;
  kind: PledgeKind;
  giver: { id: string; name: string; hasAddress: boolean };
  terms: Pick<FormFrame, 'currency' | 'h100Rates' | 'canGive'>;
}

export function renderEnterPledge(page: EnterPledgePage, assets: Assets): string {
  const { frame, form, kind, giver, terms } = page;
  const words = t.entry.pledge;
  const ofKind = t.pledgeForm.fields[kind];
  return renderDeskForm({
    frame,
    title: words.title[kind](giver.name),
    text: words.text,
    current: 'pledges',
    assets,
    island: kind === 'compute' ? 'pledge.js' : undefined,
    form,
    labelOf: (name) => labelIn(words.fields, name) ?? labelIn(ofKind, name, PLEDGE),
    action: '/admin/pledges/new',
    submit: words.submit,
    go: 'send',
    cancel: { href: `/admin/signatories/${giver.id}` },
    children: (
      <>
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
      </>
    ),
  });
}

export interface NotePage {
  frame: DeskFrame;
  form: FormState;
  /** The page that the note is on, and of what. */
  path: string;
  current: 'signatories' | 'pledges';
  name: string;
}

export const renderNote = (page: NotePage, assets: Assets): string =>
  renderDeskForm({
    ...page,
    title: `${t.entry.note.title}: ${page.name}`,
    text: t.entry.note.text,
    assets,
    fields: NOTE_FIELDS.filter(({ as }) => as !== 'hidden'),
    words: t.entry.note.fields,
    action: `${page.path}/note`,
    submit: t.entry.note.submit,
    cancel: { href: page.path },
    children: <Hidden values={{ seen: page.form.values.get('seen') }} />,
  });

export interface MembersPage {
  frame: DeskFrame;
  form: FormState;
  ref: string;
}

export const renderMembers = ({ frame, form, ref }: MembersPage, assets: Assets): string =>
  renderDeskForm({
    frame,
    form,
    assets,
    title: t.entry.members.title(ref),
    text: t.entry.members.text,
    current: 'pledges',
    fields: MEMBER_FIELDS,
    words: t.entry.members.fields,
    action: `/admin/pledges/${ref}/members`,
    submit: t.entry.members.submit,
    cancel: { href: `/admin/pledges/${ref}` },
  });
