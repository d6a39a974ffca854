import fc from 'fast-check';

const MOST_EVENTS = 16;
const MOST_ACTS = 5;

/** When each event is delivered, how often, and how. */
export interface Plan {
  /** After which act at the earliest, and before which others. One at least for each event. */
  deliveries: { event: number; after: number; rank: number }[];
  paces: Pace[];
}
type Pace = 'one by one' | 'at once' | 'while the next happens';

const ALL: number[] = Array.from({ length: MOST_EVENTS }, (_, event) => event);
const planOf = (when: (event: number) => { after: number; rank: number }): Plan => ({
  deliveries: ALL.map((event) => ({ event, ...when(event) })),
  paces: [],
});
export const ORDERLY = planOf((event) => ({ after: 0, rank: event }));
export const LATE_AND_REVERSED = planOf((event) => ({ after: MOST_ACTS, rank: -event }));

const moment = { after: fc.nat(MOST_ACTS), rank: fc.nat(1000) };
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    first: fc.array(fc.record(moment), { minLength: MOST_EVENTS, maxLength: MOST_EVENTS }),
    again: fc.array(fc.record({ event: fc.nat(MOST_EVENTS - 1), ...moment }), { maxLength: 12 }),
    paces: fc.array(fc.constantFrom<Pace>('one by one', 'at once', 'while the next happens'), {
      minLength: MOST_ACTS + 1,
    }),
  })
  .map(({ first, again, paces }) => ({
    deliveries: [...first.map((each, event) => ({ event, ...each })), ...again],
    paces,
  }));
