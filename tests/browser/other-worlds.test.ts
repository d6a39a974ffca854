import { testPages } from './every-page.ts';
import { PAGES } from './pages.ts';

testPages(PAGES.filter(({ world }) => world !== 'demo'));
