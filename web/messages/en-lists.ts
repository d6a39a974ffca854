/** What stands around every list, in English, and the wall of signatories. */
import { count } from '../format.ts';

export const lists = {
  show: 'Show',
  clear: 'Show all',
  next: 'Next page',
  first: 'First page',
  pages: 'Pages',
  download: 'Download',
  csv: 'CSV',
  json: 'JSON',
};

export const wall = {
  title: 'Signatories',
  kinds: { all: 'All', organisation: 'Organisations', person: 'People' },
  search: 'Name, role or affiliation',
  found: (found: number, q: string | undefined): string => {
    const who = found === 1 ? '1 name' : `${count(found)} names`;
    if (q === undefined) return who;
    return found === 0 ? `No name, role or affiliation has “${q}”.` : `${who} with “${q}”`;
  },
};
