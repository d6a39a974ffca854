/** The forms of signatories: the stepper, what is wrong, and what is carried unseen. */
import type { ComponentChildren } from 'preact';
import { ErrorSummary, type FormState } from '../components/form.tsx';
import { Stepper, type Step } from '../components/stepper.tsx';
import { t } from '../words.ts';

interface TypedFormProps {
  action: string;
  form: FormState;
  /** The step that this page is. */
  step: string;
  /** The names of what this page asks for: the rest is carried, unseen. */
  shown: readonly string[];
  steps: readonly Step[];
  current: number;
  labelOf: (name: string) => string | null;
  children: ComponentChildren;
}

/** Made for each page. */
const OWN: ReadonlySet<string> = new Set(['step', 'go']);

/** A form that carries what its other pages asked for. Enter goes on, whatever buttons come first. */
export function TypedForm({ form, step, shown, labelOf, ...props }: TypedFormProps) {
  const carried = [...form.values].filter(
    ([name, text]) => text !== '' && !OWN.has(name) && !shown.includes(name),
  );
  return (
    <form class="form" method="post" action={props.action} novalidate>
      <button class="unseen" name="go" value="next" tabIndex={-1} aria-hidden="true">
        {t.forms.next}
      </button>
      <input type="hidden" name="step" value={step} />
      {carried.map(([name, text]) => (
        <input type="hidden" key={name} name={name} value={text} />
      ))}
      <Stepper steps={props.steps} current={props.current} />
      <ErrorSummary form={form} labelOf={labelOf} />
      {props.children}
    </form>
  );
}

export const Actions = ({ go, text }: { go: string; text: string }) => (
  <p class="actions">
    <button type="submit" name="go" value={go}>
      {text}
    </button>
  </p>
);
