/** The way through a form and beyond: what happens next, who acts, and by when. */
import { t } from '../words.ts';

export interface Step {
  title: string;
  /** Who acts, and by when. */
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
