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
    says: ['API', 'Public reads', 'Get the pledges as CSV', 'SignatoryId'],
  },
  {
    name: 'public reads in the document',
    world: 'demo',
    path: '/docs/public-reads',
    says: ['Get the pledges as CSV'],
  },
  {
    name: 'signing and pledging in the document',
    world: 'demo',
    path: '/docs/signing-and-pledging',
    says: ['Ada pledges USD 5,000,000.00 in two instalments'],
  },
  {
    name: 'recording in the document',
    world: 'demo',
    path: '/docs/admin-recording',
    says: ['Record a signed agreement', 'Half of the money is agreed in writing'],
  },
  {
    name: 'reviewing in the document',
    world: 'demo',
    path: '/docs/admin-reviewing',
    says: ['Accept'],
  },
  {
    name: 'managing in the document',
    world: 'demo',
    path: '/docs/admin-managing',
    says: ['milestone'],
  },
  {
    name: 'a small schema in the document',
    world: 'demo',
    path: '/docs/schemas/Money',
    says: ['An amount in major units'],
  },
  {
    name: 'a large schema in the document',
    world: 'demo',
    path: '/docs/schemas/Pledge',
    says: ['An accepted pledge and its amounts in each stage.'],
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
    says: ['Page not found', 'Go to the home page', 'Download'],
  },
];
