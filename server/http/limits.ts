import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

const NETWORK_PARTS = 4;

/** An IPv4 address, also written as IPv6, or the /64 that one subscriber has. TRUSTED_PROXIES are believed. */
export function ipKey({ ip }: Pick<FastifyRequest, 'ip'>): string {
  // A trusted proxy may name anything.
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (!('parts' in address)) return address.toString();
  const network = address.parts.slice(0, NETWORK_PARTS).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

/** What one customer of a provider easily gets: a /24 of IPv4, a /56 of IPv6. */
const NETWORK_BITS = { ipv4: 24, ipv6: 56 };

export function networkOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  const bits = NETWORK_BITS[address.kind()];
  const bytes = address.toByteArray().map((byte, index) => (index * 8 < bits ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/${bits}`;
}
