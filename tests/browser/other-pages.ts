import type { PublicPage } from './pages.ts';

/** What is no page of figures. */
export const OTHER_PAGES: PublicPage[] = [
  {
    name: 'giving where nothing can be paid',
    world: 'demo',
    path: '/give',
    status: 403,
    says: ['You can’t pay here now', 'This website takes no payments by card'],
  },
  {
    name: 'the first run, without its code',
    world: 'unloaded',
    path: '/setup',
    says: ['Muster', 'Code'],
  },
  {
    name: 'an address that cannot be answered',
    world: 'demo',
    path: '/pledges?kind=gold',
    status: 400,
    says: ['Check what you entered', 'kind: must be one of funding, compute'],
  },
  {
    name: 'the document of the API',
    world: 'demo',
    path: '/docs',
    says: ['API', 'Ada pledges USD 5,000,000.00 in two instalments', 'CSV'],
  },
  {
    name: 'a deployment without an initiative',
    world: 'unloaded',
    path: '/',
    says: ['No initiative yet', 'npm run import -- FILE'],
  },
  {
    name: 'an address where there is nothing',
    world: 'demo',
    path: '/nothing-here',
    status: 404,
    says: ['Page not found', 'Go to the home page'],
  },
];
