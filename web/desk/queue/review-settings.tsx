/** Review settings: hold new signatures, the daily limit, well-known organisations. */
import { RadioGroup } from '../../components/form-choice.tsx';
import { Fields } from '../../components/form-fields.tsx';
import { FieldSet, TextArea } from '../../components/form.tsx';
import { REVIEW_FIELDS } from '../../forms/desk.ts';
import { DeskForm, type DeskFormPage } from '../parts.tsx';
import { t } from '../../words.ts';

export const REVIEW_SETTINGS = '/admin/review-settings';

interface ReviewSettingsPage extends DeskFormPage {
  /** AUTO_PUBLISH=off: the switch is disabled. */
  isOverridden: boolean;
  currency: string;
  /** The default limit, and what was accepted today, in minor units. */
  standardCap: bigint;
  accepted: bigint;
}

export function ReviewSettingsView(page: ReviewSettingsPage) {
  const words = t.reviewing;
  const { form, currency } = page;
  return (
    <DeskForm
      title={words.title}
      text={words.text}
      current="queue"
      form={form}
      labelOf={(name) => words.labels[name] ?? null}
      submit={words.save}
      cancel={{ href: '/admin/queue', text: words.keep }}
    >
      <input type="hidden" name="seen" value={form.values.get('seen') ?? ''} />
      <FieldSet title={words.hold.title}>
        <RadioGroup
          name="hold"
          label={words.hold.label}
          hint={page.isOverridden ? words.hold.overridden : undefined}
          form={form}
          choices={[
            { value: 'yes', text: words.hold.yes, hint: words.hold.yesHint },
            { value: 'no', text: words.hold.no },
          ]}
          decided={page.isOverridden ? 'yes' : null}
        />
      </FieldSet>
      <FieldSet title={words.cap.title} text={words.cap.today(page.accepted, currency)}>
        <Fields
          fields={[REVIEW_FIELDS.dailyCap]}
          words={{
            dailyCap: {
              label: words.cap.label(currency),
              hint: words.cap.hint(page.standardCap, currency),
            },
          }}
          form={form}
        />
      </FieldSet>
      <FieldSet title={words.organisations.title}>
        <TextArea
          name="organisations"
          label={words.organisations.label}
          hint={words.organisations.hint}
          isOptional
          rows={12}
          form={form}
        />
      </FieldSet>
    </DeskForm>
  );
}
