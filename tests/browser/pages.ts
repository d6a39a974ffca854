import { OTHER_PAGES } from './other-pages.ts';
import type { World } from '../support/worlds.ts';

/** A public page in one state of the deployment. */
export interface PublicPage {
  name: string;
  world: World;
  /** Or what finds it, for addresses that are random. */
  path: string | ((url: string) => Promise<string>);
  /** 200 unless it says otherwise. */
  status?: number;
  /** What a reader must find, word for word, with script and without. */
  says: string[];
  /** Pictures with figures in them on a desktop, and on a phone; none if it is absent. */
  charts?: number;
  phoneCharts?: number;
}

/** The page of the first pledge of an asset by a signatory. */
const pledgeOf = (asset: string, signatory: string) => async (url: string) => {
  const response = await fetch(`${url}/api/v1/pledges?asset=${asset}&limit=200`);
  const { pledges } = (await response.json()) as { pledges: { ref: string; signatory: string }[] };
  return `/pledges/${pledges.findLast((pledge) => pledge.signatory === signatory)!.ref}`;
};

/** The page of whoever is found by a name. */
const giverOf = (name: string) => async (url: string) => {
  const response = await fetch(`${url}/api/v1/signatories?q=${name}`);
  const { signatories } = (await response.json()) as { signatories: { id: string }[] };
  return `/givers/${signatories[0]!.id}`;
};

/** Every public page, in every state that changes what is on it. Each is tested in each view. */
export const PAGES: PublicPage[] = [
  {
    name: 'the demonstration',
    world: 'demo',
    path: '/',
    says: [
      'Demonstration data. Every organisation here is invented.',
      '$22.8M secured, 23% of $100M',
      '1,216 GPUs at one site, 12% of 10,000',
      'largest site, Oslo; 2,368 across all sites',
      'Example Foundation paid $500,000 of a pledge of $5M.',
      '42 have signed:',
    ],
    charts: 2,
    phoneCharts: 2,
  },
  {
    name: 'a closed record',
    world: 'atom',
    path: '/',
    says: ['Not run by, and not raising money for, the ATOM Project.', 'No money on record'],
  },
  {
    name: 'a grant of hours',
    world: 'bloom',
    path: '/',
    says: ['4.1M GPU-hours agreed in writing or delivered'],
  },
  {
    name: 'an initiative without pledges',
    world: 'fresh',
    path: '/',
    says: ['$0 secured so far, of ', 'No one has signed yet'],
  },
  {
    name: 'a crowd with long names',
    world: 'crowd',
    path: '/',
    says: ['% of $100M', '100 have signed:'],
    charts: 2,
    phoneCharts: 2,
  },
  {
    name: 'the pledges',
    world: 'demo',
    path: '/pledges',
    says: ['40 pledges', 'Giver not shown', '£2.2M conditional.'],
  },
  {
    name: 'the pledges by a filter that finds none',
    world: 'demo',
    path: '/pledges?kind=compute&stage=refunded&sort=amount',
    says: ['No pledge matches. Show all'],
  },
  {
    name: 'no pledges',
    world: 'fresh',
    path: '/pledges',
    says: ['No pledges yet.'],
  },
  {
    name: 'pledges of a crowd',
    world: 'crowd',
    path: '/pledges',
    says: ['Next page'],
  },
  {
    name: 'a pledge in another currency',
    world: 'demo',
    path: pledgeOf('GBP', 'Sample Research Council'),
    says: [
      '£2.4M from Sample Research Council',
      'Value at different exchange rates',
      'at the rate of 11 Jun 2026',
    ],
    charts: 1,
    phoneCharts: 1,
  },
  {
    name: 'a pledge of GPUs',
    world: 'demo',
    path: pledgeOf('H100-SXM', 'Example Compute Cooperative'),
    says: [
      '512, then 1,024 H100-SXM, a year at Oslo from Example Compute Cooperative',
      'provider’s statement',
    ],
    charts: 1,
    phoneCharts: 1,
  },
  {
    name: 'a pledge in instalments',
    world: 'demo',
    path: pledgeOf('USD', 'Example Foundation'),
    says: ['Example Foundation', 'Terms', 'Evidence'],
    charts: 1,
    phoneCharts: 1,
  },
  {
    name: 'the givers',
    world: 'demo',
    path: '/givers',
    says: ['20 givers', 'a full bar is $15M', '28% received.', 'By country'],
  },
  { name: 'givers of GPUs', world: 'demo', path: '/givers?kind=compute', says: ['% delivered.'] },
  { name: 'givers with long names', world: 'crowd', path: '/givers', says: ['Next page'] },
  { name: 'no givers', world: 'fresh', path: '/givers', says: ['Nobody yet.'] },
  { name: 'a giver', world: 'demo', path: giverOf('Example Foundation'), says: ['28% received.'] },
  { name: 'a long name', world: 'crowd', path: giverOf('Wordwithout'), says: ['Latest changes'] },
  {
    name: 'the signatories',
    world: 'demo',
    path: '/signatories',
    says: ['24 people and 18 organisations have signed', '2 of them don’t show a name.'],
  },
  {
    name: 'signatories with long names',
    world: 'crowd',
    path: '/signatories',
    says: ['60 people and 40 organisations have signed', 'Next page'],
  },
  {
    name: 'no signatories by a search',
    world: 'demo',
    path: '/signatories?q=zzz',
    says: ['No name, role or affiliation contains “zzz”. Show all'],
  },
  {
    name: 'compute',
    world: 'demo',
    path: '/compute',
    says: [
      '1,216 GPUs at one site, 12% of 10,000',
      '2,694 secured at once, 1,216 at one site.',
      'From 1 Nov 2026: secured 2,368, largest site 1,216, bought 64, promised 1,568',
      '4 more',
      'H100e are H100-equivalents: each GPU counts by its peak speed. How GPUs are compared',
      'We divide each GPU’s dense BF16 peak by the H100’s 989.4 TFLOPS',
    ],
    charts: 2,
    phoneCharts: 2,
  },
  {
    name: 'compute in hours alone',
    world: 'bloom',
    path: '/compute',
    says: [
      '4.1M GPU-hours agreed in writing or delivered',
      '394,515 H100e',
      'so we can’t show GPUs at once',
    ],
    charts: 1,
    phoneCharts: 1,
  },
  {
    name: 'compute of which there is none',
    world: 'atom',
    path: '/compute',
    says: [
      'Not run by, and not raising money for, the ATOM Project.',
      'No GPUs on record',
      'The call: 10,000 GPUs.',
    ],
  },
  {
    name: 'compute of a crowd at long names',
    world: 'crowd',
    path: '/compute',
    says: ['Sites', 'Volume in GPU-hours'],
    charts: 2,
    phoneCharts: 2,
  },
  {
    name: 'the ledger',
    world: 'demo',
    path: '/ledger',
    says: ['173 entries', 'Next page', 'Check these figures'],
  },
  {
    name: 'a ledger of long names',
    world: 'crowd',
    path: '/ledger',
    says: ['entries', 'Next page'],
  },
  {
    name: 'a ledger of one entry',
    world: 'fresh',
    path: '/ledger',
    says: ['1 entry', 'Check these figures'],
  },
  {
    name: 'the figures of a checkpoint',
    world: 'demo',
    path: '/at/173',
    says: ['As of 24 Nov 2026', '$22.8M secured, 23% of $100M', 'Cite these figures'],
  },
  {
    name: 'figures that were not signed',
    world: 'demo',
    path: '/at/172',
    status: 404,
    says: ['No figures were signed after exactly 172 entries. The nearest are after 173.'],
  },
  {
    name: 'how we know',
    world: 'demo',
    path: '/how-we-know',
    says: ['signed agreement', 'Late: ', 'Newest changes', '000000-DEMO', 'Check it yourself'],
  },
  {
    name: 'how we know of nothing yet',
    world: 'fresh',
    path: '/how-we-know',
    says: ['Nothing is secured yet.', 'Nobody can pay until the initiative names a recipient'],
  },
  {
    name: 'how we know of a crowd at long names',
    world: 'crowd',
    path: '/how-we-know',
    says: ['What the figures rest on'],
  },
  {
    name: 'signing',
    world: 'demo',
    path: '/sign',
    says: [
      'Add your name to Open Model Initiative. You can also pledge money or GPUs.',
      'Already signed? Sign in.',
      'Confirm by email',
      'It tells readers who you are. It doesn’t mean that the organisation has signed.',
      'I am 18 or over.',
      'What we keep, and who sees it',
    ],
  },
  {
    name: 'signing with a pledge of money',
    world: 'fresh',
    path: '/sign?pledge=funding',
    says: ['Already signed? Sign in.', '2 Your pledge'],
  },
  {
    name: 'signing under long names',
    world: 'crowd',
    path: '/sign?pledge=compute',
    says: ['What we keep, and who sees it'],
  },
  {
    name: 'signing what is closed',
    world: 'atom',
    path: '/sign',
    status: 403,
    says: ['Signing, pledging and paying are closed for this initiative.'],
  },
  {
    name: 'a form that was sent',
    world: 'demo',
    path: '/sign/sent',
    says: ['Look in the server’s outbox', 'Open the link within 24 hours.', 'Get another link'],
  },
  ...OTHER_PAGES,
];
