import type { Kind } from '../../../server/domain/asset.ts';
import { STAGES, type Stage } from '../../../server/domain/stage.ts';
import { Choice, Days } from '../../components/list.tsx';
import { Desk } from '../frame.tsx';
import { t } from '../../words.ts';
import { Section } from '../parts.tsx';

type File = keyof typeof t.deskLists.exports.files;
type Filter = readonly [name: string, label: string, options: Record<string, string>];

function filtersOf(): Record<File, readonly Filter[]> {
  const { pledges, signatories, kinds, exports } = t.deskLists;
  const stagesOf = (stages: readonly Stage[], kind: Kind): Filter => [
    'stage',
    pledges.stage,
    Object.fromEntries(stages.map((stage) => [stage, t.stageWords[stage][kind]])),
  ];
  const kind: Filter = ['kind', pledges.kind, kinds];
  const stage = stagesOf(STAGES, 'funding');
  return {
    signatories: [
      ['kind', pledges.kind, signatories.kinds],
      ['status', pledges.status, signatories.statuses],
    ],
    pledges: [kind, stage, ['status', pledges.status, pledges.statuses]],
    movements: [kind, stage],
    instalments: [],
    capacity: [stagesOf(['committed', 'pledged'], 'compute')],
    audit: [['act', exports.act, t.desk.acts]],
  };
}

export const ExportsView = () => (
  <Desk text={t.deskLists.exports.lead} current="exports">
    {Object.entries(filtersOf()).map(([name, filters]) => (
      <Export key={name} name={name as File} filters={filters} />
    ))}
  </Desk>
);

const Export = ({ name, filters }: { name: File; filters: readonly Filter[] }) => (
  <Section class="export" title={t.deskLists.exports.files[name]}>
    <p class="quiet">{t.deskLists.exports.texts[name]}</p>
    <form class="filter list-filter" action={`/admin/exports/${name}.csv`}>
      <input type="hidden" name="bom" value="1" />
      <Days label={t.deskLists.exports.days[name]} words={t.deskLists} />
      {filters.map(([field, label, options]) => (
        <Choice
          key={field}
          name={field}
          label={label}
          value=""
          options={[['', t.deskLists.any], ...Object.entries(options)]}
        />
      ))}
      <button type="submit" aria-label={`${t.lists.download}: ${t.deskLists.exports.files[name]}`}>
        {t.lists.download}
      </button>
    </form>
  </Section>
);
