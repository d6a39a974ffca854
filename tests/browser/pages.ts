import type { World } from '../support/worlds.ts';

/** A public page in one state of the deployment. */
export interface PublicPage {
  name: string;
  world: World;
  path: string;
  /** 200 unless it says otherwise. */
  status?: number;
  /** What a reader must find, word for word, with script and without. */
  says: string[];
  /** Pictures with figures in them on a desktop; none if it is absent. */
  charts?: number;
}

/** Every public page, in every state that changes what is on it. Each is tested in each view. */
export const PAGES: PublicPage[] = [
  {
    name: 'the demonstration',
    world: 'demo',
    path: '/',
    says: [
      'Demonstration data. Every organisation here is invented.',
      '$22.7M secured of at least $100M: $8.6M received, $14.1M agreed in writing.',
      '2,368 GPUs secured at once from August 2026, 1,216 at one site. Goal: 10,000.',
      'Example Foundation paid $500,000 of a pledge of $5.0M.',
      '24 people and 18 organisations have signed',
    ],
    charts: 2,
  },
  {
    name: 'a closed record',
    world: 'atom',
    path: '/',
    says: ['Not run by, and not raising money for, the ATOM Project.', 'No money on record.'],
  },
  {
    name: 'a grant of hours',
    world: 'bloom',
    path: '/',
    says: ['3,318,811.82 GPU-hours delivered of 4,070,000 agreed in writing.'],
  },
  {
    name: 'an initiative without pledges',
    world: 'fresh',
    path: '/',
    says: ['Nothing secured yet.', 'No one has signed yet'],
  },
  {
    name: 'a crowd with long names',
    world: 'crowd',
    path: '/',
    says: ['secured, more than the goal of $100M', '60 people and 40 organisations have signed'],
    charts: 2,
  },
  {
    name: 'a deployment without an initiative',
    world: 'unloaded',
    path: '/',
    says: ['Nothing is loaded yet', 'npm run import -- FILE'],
  },
  {
    name: 'an address where there is nothing',
    world: 'demo',
    path: '/nothing-here',
    status: 404,
    says: ['Page not found', 'To the figures'],
  },
];
