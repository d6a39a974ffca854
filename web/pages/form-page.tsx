import type { ComponentChildren } from 'preact';
import { ErrorSummary, Hidden, type FormState } from '../components/form.tsx';
import { t } from '../words.ts';

interface TypedFormProps {
  action: string;
  form: FormState;
  step: string;
  /** The names of this page's fields. The others are hidden. */
  shown: readonly string[];
  steps: readonly Step[];
  current: number;
  labelOf: (name: string) => string | null;
  children: ComponentChildren;
}

const OWN: ReadonlySet<string> = new Set(['step', 'go']);

/** Carries what the other pages asked for. Its first button is unseen, so that Enter always goes on. */
export function TypedForm({ form, step, shown, labelOf, ...props }: TypedFormProps) {
  const carried = [...form.values].filter(([name]) => !OWN.has(name) && !shown.includes(name));
  return (
    <form class="form" method="post" action={props.action} novalidate>
      <button class="unseen" name="go" value="next" tabIndex={-1} aria-hidden="true">
        {t.forms.next}
      </button>
      <Hidden values={{ step, ...Object.fromEntries(carried) }} />
      <Stepper steps={props.steps} current={props.current} />
      <ErrorSummary form={form} labelOf={labelOf} />
      {props.children}
    </form>
  );
}

export interface Step {
  title: string;
  who?: string;
}

export const Stepper = ({ steps, current }: { steps: readonly Step[]; current: number }) => (
  <ol class="steps" aria-label={t.forms.steps}>
    {steps.map(({ title, who }, index) => (
      <li
        key={title}
        class={index < current ? 'done' : undefined}
        aria-current={index === current ? 'step' : undefined}
      >
        <span class="number">{index + 1}</span> <b>{title}</b>{' '}
        {who && <span class="quiet">{who}</span>}
      </li>
    ))}
  </ol>
);
