import { testPages } from './every-page.ts';
import { PAGES } from './pages.ts';

// The pages of other deployments are in other-worlds.test.ts, for another core to look at.
testPages(PAGES.filter(({ world }) => world === 'demo'));
