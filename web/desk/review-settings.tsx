/** What goes to review: the switch that holds new signatures, the daily limit, well-known organisations. */
import { RadioGroup } from '../components/form-choice.tsx';
import { ErrorSummary, Field, FieldSet, TextArea, type FormState } from '../components/form.tsx';
import { deskReview as t } from '../messages/en-desk-review.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from './frame.tsx';

export const REVIEW_SETTINGS = '/admin/review-settings';

export interface ReviewSettingsPage {
  frame: DeskFrame;
  form: FormState;
  /** AUTO_PUBLISH=off: the switch is disabled. */
  isOverridden: boolean;
  currency: string;
  /** The limit where none is set, and what was accepted today, in minor units. */
  standardCap: bigint;
  accepted: bigint;
}

const LABELS: Record<string, string> = {
  hold: t.hold.label,
  dailyCap: t.cap.shortLabel,
  organisations: t.organisations.shortLabel,
};

export function renderReviewSettings(page: ReviewSettingsPage, assets: Assets): string {
  const { frame, form, currency } = page;
  return renderDesk({
    frame,
    title: t.title,
    text: t.text,
    current: 'queue',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={REVIEW_SETTINGS} novalidate>
        <ErrorSummary form={form} labelOf={(name) => LABELS[name] ?? null} t={en} />
        <DeskKeys frame={frame} />
        <input type="hidden" name="seen" value={form.values.get('seen') ?? ''} />
        <FieldSet title={t.hold.title}>
          <RadioGroup
            name="hold"
            label={t.hold.label}
            hint={page.isOverridden ? t.hold.overridden : undefined}
            form={page.isOverridden ? { ...form, values: new Map([['hold', 'yes']]) } : form}
            choices={[
              { value: 'yes', text: t.hold.yes, hint: t.hold.yesHint },
              { value: 'no', text: t.hold.no },
            ]}
            isDisabled={page.isOverridden}
            t={en}
          />
        </FieldSet>
        <FieldSet title={t.cap.title} text={t.cap.today(page.accepted, currency)}>
          <Field
            name="dailyCap"
            label={t.cap.label(currency)}
            hint={t.cap.hint(page.standardCap, currency)}
            isOptional
            form={form}
            input={{ size: 16, inputMode: 'decimal', autocomplete: 'off' }}
            t={en}
          />
        </FieldSet>
        <FieldSet title={t.organisations.title}>
          <TextArea
            name="organisations"
            label={t.organisations.label}
            hint={t.organisations.hint}
            isOptional
            rows={12}
            form={form}
            t={en}
          />
        </FieldSet>
        <p class="actions">
          <button type="submit">{t.save}</button>
          <a href="/admin">{t.keep}</a>
        </p>
      </form>
    ),
  });
}
