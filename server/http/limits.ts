import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

const NETWORK_PARTS = 4;
/** What one operator or site is usually given. */
const SITE_BITS = { ipv4: 24, ipv6: 56 };

/**
 * Where a request comes from, as limits count it: an IPv4 address, also one that is written as IPv6,
 * or the /64 that an IPv6 address is of, for one subscriber has all of that. Behind a proxy of
 * TRUSTED_PROXIES it is what the proxy says.
 */
export function ipKey({ ip }: Pick<FastifyRequest, 'ip'>): string {
  // A trusted proxy may name anything.
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (!('parts' in address)) return address.toString();
  const network = address.parts.slice(0, NETWORK_PARTS).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

/** The network that a request comes from: the /24 of an IPv4 address, the /56 of an IPv6 one. */
export function networkKey({ ip }: Pick<FastifyRequest, 'ip'>): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  const bits = SITE_BITS[address.kind()];
  const { IPv4, IPv6 } = ipaddr;
  const Kind = address.kind() === 'ipv4' ? IPv4 : IPv6;
  // Without its zone, which an IPv6 address may name.
  const first = Kind.networkAddressFromCIDR(
    `${address.toNormalizedString().split('%')[0]}/${bits}`,
  );
  return `${first.toString()}/${bits}`;
}
