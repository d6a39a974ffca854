/** The full exports, each with its filters as a form. */
import { STAGES } from '../../server/domain/stage.ts';
import { Choice } from '../components/list.tsx';
import { desk } from '../messages/en-desk.ts';
import { views as t } from '../messages/en-desk-views.ts';
import { stageWords } from '../messages/en-pledges.ts';
import type { Assets } from '../page.tsx';
import { renderDesk, type DeskFrame } from './frame.tsx';

const words = t.exports;

type Options = readonly [value: string, text: string][];
type Filter = readonly [name: string, label: string, options: Options];

const stages: Filter = [
  'stage',
  t.pledges.stage,
  STAGES.map((stage) => [stage, stageWords[stage].funding]),
];
const concurrent: Filter = [
  'stage',
  t.pledges.stage,
  (['committed', 'pledged'] as const).map((stage) => [stage, stageWords[stage].compute]),
];
const kinds: Filter = ['kind', t.pledges.kind, Object.entries(t.kinds)];

/** Beside the days, which each has. */
const FILTERS: Record<keyof typeof words.files, readonly Filter[]> = {
  signatories: [
    ['kind', t.signatories.kind, Object.entries(t.signatories.kinds)],
    ['status', t.signatories.status, Object.entries(t.signatories.statuses)],
  ],
  pledges: [kinds, stages, ['status', t.pledges.status, Object.entries(t.pledges.statuses)]],
  movements: [kinds, stages],
  instalments: [],
  capacity: [concurrent],
  audit: [['act', words.act, Object.entries(desk.acts)]],
};

export const renderExports = ({ frame }: { frame: DeskFrame }, assets: Assets): string =>
  renderDesk({
    frame,
    title: words.title,
    text: words.lead,
    current: 'exports',
    assets,
    children: Object.entries(FILTERS).map(([name, filters]) => (
      <Export key={name} name={name as keyof typeof words.files} filters={filters} />
    )),
  });

const Export = ({
  name,
  filters,
}: {
  name: keyof typeof words.files;
  filters: readonly Filter[];
}) => (
  <section class="export">
    <h2>{words.files[name]}</h2>
    <p class="quiet">{words.texts[name]}</p>
    <form class="filter view-filter" action={`/admin/exports/${name}.csv`}>
      <input type="hidden" name="bom" value="1" />
      <fieldset class="days">
        <legend>{words.days[name]}</legend>
        {(['from', 'to'] as const).map((side) => (
          <label key={side}>
            {t[side]} <input type="date" name={side} />
          </label>
        ))}
      </fieldset>
      {filters.map(([field, label, options]) => (
        <Choice
          key={field}
          name={field}
          label={label}
          value=""
          options={[['', t.any], ...options]}
        />
      ))}
      <button type="submit" aria-label={`${words.download}: ${words.files[name]}`}>
        {words.download}
      </button>
    </form>
  </section>
);
