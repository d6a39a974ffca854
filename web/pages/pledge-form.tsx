import { labelIn } from '../components/form-fields.tsx';
import { PledgeFields } from '../components/pledge-fields.tsx';
import { PledgeReview } from '../components/review.tsx';
import { TypedForm } from './form-page.tsx';
import { Own } from './frame.tsx';
import { PLEDGE, pledgeNames } from '../forms/pledge.ts';
import { t } from '../words.ts';
import type { FormFrame, PledgeKind, PledgeReading } from '../data/forms.ts';
import { Actions, type FormState } from '../components/form.tsx';

export type PledgeFormPage = FormFrame & {
  form: FormState;
  kind: PledgeKind;
  action: string;
} & ({ step: 'pledge' } | { step: 'review'; pledge: PledgeReading });

/** `form.values` holds the session's form token, `csrf`. */
export function PledgeFormView(page: PledgeFormPage) {
  const { kind, form, step } = page;
  const words = t.pledgeForm;
  const isEdit = page.action.startsWith('/me/');
  const { title, text } =
    step === 'pledge'
      ? { title: isEdit ? words.editing.title : words.title[kind], text: words.text[kind] }
      : words.review;
  return (
    <Own
      title={title}
      text={text}
      current="me"
      isBelow
      isLarge
      hasErrors={form.errors.length > 0}
      island={step === 'pledge' && kind === 'compute' ? 'pledge.js' : undefined}
    >
      <TypedForm
        action={page.action}
        form={form}
        step={step}
        shown={step === 'pledge' ? pledgeNames(kind) : []}
        steps={[words.steps.pledge, words.steps.review, words.steps.accepted[kind]]}
        current={step === 'pledge' ? 0 : 1}
        labelOf={(name) => labelIn(words.fields[kind], name, PLEDGE)}
      >
        {page.step === 'pledge' ? (
          <>
            <PledgeFields page={page} kind={kind} form={form} />
            <Actions go="next" text={t.forms.next} />
          </>
        ) : (
          <>
            <PledgeReview pledge={page.pledge} />
            <p class="note">{words.review.binding}</p>
            <Actions go="send" text={isEdit ? words.editing.submit : words.review.send} />
          </>
        )}
      </TypedForm>
    </Own>
  );
}
