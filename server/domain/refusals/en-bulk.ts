export const bulk = {
  changedSince:
    'These signatures have changed since you looked at them. Check the list below and confirm again.',
  noSuchBulk: 'There is no such bulk decision.',
  alreadyUndone: 'This has already been undone.',
  filterMissing: 'or another filter is needed, so that you don’t hide every signature',
  notMoment: 'must be a day such as 2026-03-31, or a time such as 2026-03-31 14:30',
  notDay: 'must be a day of the calendar',
  tooManyLeftOut: (most: number) => `must be at most ${most} signatures`,
};
