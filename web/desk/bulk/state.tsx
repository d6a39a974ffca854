import type { BulkState } from '../../messages/shapes.ts';
import type { Assets } from '../../pages/page.tsx';
import { BULK } from './page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from '../frame.tsx';
import { t } from '../../words.ts';

export interface BulkStatePage {
  frame: DeskFrame;
  id: string;
  state: BulkState;
}

export function renderBulkState({ frame, id, state }: BulkStatePage, assets: Assets): string {
  const { kind, total, done, decided, undone, left } = state;
  const words = t.bulk.state;
  const isOpen = undone ? left > 0 : done < total;
  return renderDesk({
    frame,
    title: words.title,
    current: 'queue',
    assets,
    children: (
      <section class="own">
        {!undone && <p>{isOpen ? words.progress(state) : words.result(state)}</p>}
        {undone && <p>{isOpen ? words.undoing(state) : words.undone(state)}</p>}
        {isOpen && !undone && <progress max={total} value={done} aria-label={words.title} />}
        {!undone && !isOpen && decided < total && <p>{words.passed(total - decided)}</p>}
        {isOpen && (
          <Step
            frame={frame}
            path={`${BULK}/${id}/continue`}
            text={undone ? words.goUndo : words.go}
          />
        )}
        {!undone && decided > 0 && (
          <>
            <p>{words.undoText[kind]}</p>
            <Step frame={frame} path={`${BULK}/${id}/undo`} text={words.undo} />
          </>
        )}
        <p>
          <a href="/admin/queue">{t.bulk.queue}</a> <a href={BULK}>{t.bulk.title}</a>
        </p>
      </section>
    ),
  });
}

type StepProps = Pick<BulkStatePage, 'frame'> & { path: string; text: string };

const Step = ({ frame, path, text }: StepProps) => (
  <form method="post" action={path}>
    <DeskKeys frame={frame} />
    <p class="actions">
      <button type="submit">{text}</button>
    </p>
  </form>
);
