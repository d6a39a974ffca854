import { z } from 'zod';
import { H100_TFLOPS } from '../domain/asset.ts';
import type { Capacity, Counts, Step } from '../domain/capacity/capacity.ts';
import { cutCurve, daysAtTarget } from '../domain/capacity/curve.ts';
import type { PartStep, SiteCurve } from '../domain/capacity/model-and-site-curves.ts';
import { say } from '../domain/say.ts';
import { day } from '../http/text.ts';
import type { CapacityFacts } from './capacity-facts.ts';
import { asOfJson } from './progress.ts';
import { targetsOf } from '../domain/figures.ts';

export const capacityInput = z
  .strictObject({
    from: day.optional().describe('The first day. By default, the day of the first step.'),
    to: day.optional().describe('The day after the last day you want.'),
    by: z.enum(['site', 'model']).optional().describe('Also give a curve for each site or model.'),
    stage: z.enum(['secured', 'pledged']).optional().describe('Only this stage.'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ['to'],
    error: () => say().http.notAfterFrom,
  });
export type CapacityInput = z.infer<typeof capacityInput>;

const BASIS = `dense BF16 peak ÷ ${H100_TFLOPS} TFLOPS, by the factor in each pledge’s terms`;

const STAGES = {
  secured: ['secured', 'largestSite', 'bought'],
  pledged: ['pledged', 'largestPledged'],
} as const;

type Stage = keyof typeof STAGES;
const ALL: readonly Stage[] = ['secured', 'pledged'];

export function capacityAnswer(facts: CapacityFacts, input: CapacityInput) {
  const { checkpoint, totals, capacity } = facts;
  const stages = input.stage ? [input.stage] : ALL;
  const { gpus: target } = targetsOf(totals);
  const { held, heldPledged, heldH100e } = capacity;
  return {
    asOf: asOfJson(checkpoint),
    targetGpus: target,
    basis: BASIS,
    gpusSecured: held,
    h100eSecured: { allSites: heldH100e.allSites, largestSite: heldH100e.largestSite },
    gpusPledged: heldPledged,
    h100ePledged: heldH100e.pledged,
    atTarget: target === null ? null : atTarget(capacity, target),
    steps: cutCurve(
      capacity.steps,
      input,
      ({ on }) => on,
      (step, on) => ({ ...step, on }),
    ).map((step) => stepJson(step, stages)),
    ...(input.by === 'model' && {
      models: capacity.models.map(({ model, steps }) => ({
        model,
        steps: partJson(steps, input, stages),
      })),
    }),
    ...(input.by === 'site' && {
      sites: capacity.sites.map((site) => siteJson(site, facts, input, stages)),
    }),
  };
}

export const atTarget = ({ steps }: Capacity, target: number) => ({
  allSites: daysAtTarget(steps, target, 'secured'),
  largestSite: daysAtTarget(steps, target, 'largestSite'),
});

const picked = (counts: Counts, stages: readonly Stage[]): Partial<Counts> =>
  Object.fromEntries(
    stages.flatMap((stage) => STAGES[stage].map((measure) => [measure, counts[measure]])),
  );

const stepJson = (step: Step, stages: readonly Stage[]) => ({
  on: step.on,
  ...picked(step, stages),
  h100e: picked(step.h100e, stages),
});

const ofStages = (counts: Record<Stage, number>, stages: readonly Stage[]) =>
  Object.fromEntries(stages.map((stage) => [stage, counts[stage]]));

const partJson = (steps: PartStep[], input: CapacityInput, stages: readonly Stage[]) =>
  cutCurve(
    steps,
    input,
    ([on]) => on,
    ([, ...counts], on): PartStep => [on, ...counts],
  ).map(([on, secured, pledged, h100eSecured, h100ePledged]) => ({
    on,
    ...ofStages({ secured, pledged }, stages),
    h100e: ofStages({ secured: h100eSecured, pledged: h100ePledged }, stages),
  }));

const siteJson = (
  { site, held, models, steps }: SiteCurve,
  { siteNames }: CapacityFacts,
  input: CapacityInput,
  stages: readonly Stage[],
) => ({
  site,
  name: site === null ? null : (siteNames.get(site) ?? null),
  held,
  models,
  steps: partJson(steps, input, stages),
});
