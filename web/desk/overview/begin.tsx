import { Act } from '../parts.tsx';
import { t } from '../../words.ts';

export const HIDE_BEGIN = '/admin/begin/hide';

export type BeginStep = [path: keyof typeof t.overview.begin.steps, isDone: boolean];

/** What an owner does first, at the end of the overview. */
export const Begin = ({ steps }: { steps: BeginStep[] }) => (
  <section>
    <h2>{t.overview.begin.title}</h2>
    <ul class="lines">
      {steps.map(([path, isDone]) => (
        <li key={path}>
          <a href={path}>{t.overview.begin.steps[path]}</a>{' '}
          {isDone && <span class="quiet">{t.overview.begin.isDone}</span>}
        </li>
      ))}
    </ul>
    <Act action={HIDE_BEGIN} text={t.overview.begin.hide} />
  </section>
);
