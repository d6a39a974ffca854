import type { Kind } from '../../server/domain/asset.ts';
import type { GiverSums } from '../data/pages.ts';
import { count, percentage, roundedAmount, shortHours } from '../format.ts';
import { stageWords } from './en-pledges.ts';
import { listed } from './en-shared.ts';

const figure = (base: bigint, kind: Kind, currency: string): string =>
  kind === 'funding' ? roundedAmount(base, currency) : `${shortHours(base)} H100e GPU-hours`;

/** In base, rounded: "$5M", "$1.3M received and $3.7M agreed in writing. 26% received." */
function sums(of: GiverSums, kind: Kind, currency: string) {
  const stages = (['received', 'committed', 'pledged', 'waiting'] as const).filter(
    (stage) => of[stage] > 0n,
  );
  const parts = stages.map((stage) => {
    const short = kind === 'funding' ? figure(of[stage], kind, currency) : shortHours(of[stage]);
    return `${stages.length > 1 ? `${short} ` : ''}${stageWords[stage][kind]}`;
  });
  const another = of.amount > 0n ? 'Another ' : '';
  const gone = ` ${another}${figure(of.gone, kind, currency)} was contested or refunded, or is no longer expected.`;
  const share = percentage(BigInt(of.share), 1_000_000n).replace('under', 'Under');
  const delivered = ` ${share} ${stageWords.received[kind]}.`;
  return {
    lead: figure(of.amount, kind, currency),
    joint: parts.length === 1 ? ' ' : ': ',
    after: `${listed(parts) || 'nothing expected or received'}.${of.gone > 0n ? gone : ''}${of.share > 0 ? delivered : ''}`,
  };
}

export const givers = {
  title: 'Givers',
  lead: {
    funding: 'Everyone who pledged money under their name, at each pledge’s reference rate.',
    compute: 'Everyone who pledged compute under their name, in H100-equivalents (H100e).',
  },
  anonymous: 'Anonymous pledges aren’t in these sums.',
  kinds: { funding: 'Money', compute: 'Compute' },
  search: 'Name',
  sorts: {
    amount: { funding: 'largest first', compute: 'largest first' },
    share: { funding: 'largest share received first', compute: 'largest share delivered first' },
  },
  found: (found: number, q: string | undefined, closed: boolean): string => {
    const who = `${count(found)} ${found === 1 ? 'giver' : 'givers'}`;
    if (q === undefined && found === 0) return closed ? 'Nobody is on record.' : 'Nobody yet.';
    if (q === undefined) return who;
    return found === 0 ? `No giver’s name contains “${q}”.` : `${who} with “${q}”`;
  },
  scale: (largest: bigint, kind: Kind, currency: string): string =>
    `All bars are on one scale: a full bar is ${figure(largest, kind, currency)}. A percentage is the share ${kind === 'funding' ? 'received' : 'delivered'} of all that the giver ever pledged.`,
  sums,
  figure,
  byCountry: 'By country',
  countries: 'We name a country once five of these givers are from there.',
  columns: { country: 'Country', givers: 'Givers', amount: 'Amount' },
  received: { funding: 'Received', compute: 'Delivered' },
  other: 'Other countries, or none named',
  website: 'Website',
  none: 'No pledges under this name.',
};
