/** What stands around every list, in English, and the wall of signatories. */
import { count } from '../format.ts';

/** "A, B and C" */
export const listed = (items: string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

export const lists = {
  show: 'Filter',
  clear: 'Show all',
  next: 'Next page',
  first: 'First page',
  pages: 'More of this list',
  download: 'Download',
  csv: 'CSV',
  json: 'JSON',
  api: 'API',
};

export const wall = {
  title: 'Signatories',
  kinds: { all: 'All', organisation: 'Organisations', person: 'People' },
  affiliations:
    'An affiliation says where somebody works or studies, and so who it is. It does not mean that the organisation signed: those that did stand here under their own names.',
  confirmedAt: (domain: string): string => `address at ${domain} confirmed`,
  search: 'Name, role or affiliation',
  found: (found: number, q: string | undefined): string => {
    const who = found === 1 ? '1 name' : `${count(found)} names`;
    if (q === undefined) return found === 0 ? 'Nobody of these shows a name.' : who;
    return found === 0 ? `No name, role or affiliation contains “${q}”.` : `${who} with “${q}”`;
  },
};
