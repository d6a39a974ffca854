import type { Day } from './day.ts';

/**
 * What a pledge waits for: a total of the initiative, over what counts as `committed` (a bare
 * promise cannot unlock real money) or `pledged`, reaches a figure, by a day if one is named.
 * `reaches` is in the metric's unit: minor units of the initiative's currency, H100-equivalent
 * GPU-seconds, or organisations.
 */
export interface Condition {
  kind: 'threshold';
  metric: 'funding' | 'gpuHours' | 'organisations';
  counts: 'committed' | 'pledged';
  reaches: bigint;
  by: Day | null;
}
