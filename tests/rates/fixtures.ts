import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Invented figures, units per euro, by day; null where there is none. */
export type Days = Record<string, Record<string, string | null>>;

const currenciesOf = (days: Days): string[] => [
  ...new Set(Object.values(days).flatMap((rates) => Object.keys(rates))),
];

/** As eurofxref-hist.csv is written: the newest day first, N/A for none, a comma at each end. */
export function historyCsv(days: Days): string {
  const currencies = currenciesOf(days);
  const rows = Object.entries(days)
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, rates]) => [day, ...currencies.map((code) => rates[code] ?? 'N/A')]);
  return [['Date', ...currencies], ...rows].map((cells) => `${cells.join(',')},\n`).join('');
}

/** As eurofxref.csv is written: one day in words, spaces after the commas, no line break at the end. */
export const dailyCsv = (day: string, rates: Record<string, string>): string =>
  `Date, ${Object.keys(rates).join(', ')}, \n${day}, ${Object.values(rates).join(', ')}, `;

/** As the three XML files are written. */
export function xml(days: Days): string {
  const cubes = Object.entries(days).map(([day, rates]) => {
    const given = Object.entries(rates).filter(([, rate]) => rate !== null);
    const lines = given.map(([code, rate]) => `\t\t\t<Cube currency="${code}" rate="${rate}"/>\n`);
    return `\t\t<Cube time="${day}">\n${lines.join('')}\t\t</Cube>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
\t<gesmes:subject>Reference rates</gesmes:subject>
\t<gesmes:Sender>
\t\t<gesmes:name>European Central Bank</gesmes:name>
\t</gesmes:Sender>
\t<Cube>
${cubes.join('')}\t</Cube>
</gesmes:Envelope>
`;
}

export interface Site {
  url: string;
  /** Headers of the requests that came. */
  requests: Record<string, unknown>[];
  close: () => Promise<void>;
}

/** A web server of one's own on the loopback. */
export async function serve(listener: RequestListener): Promise<Site> {
  const requests: Site['requests'] = [];
  const server = createServer((request, reply) => {
    requests.push(request.headers);
    listener(request, reply);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/eurofxref-hist-90d.xml`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
