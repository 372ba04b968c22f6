import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/**
 * Where a request comes from. Each of `proxies` trusted proxies in front of us has written down whom it heard, as the last
 * entry of X-Forwarded-For; what stands before those was said by the client, and is not believed.
 */
export function addressOf({ socket, headers }: IncomingMessage, proxies: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join().split(',');
  const heard = proxies > 0 ? forwarded.at(-Math.min(proxies, forwarded.length))?.trim() : undefined;
  return networkOf(heard || (socket.remoteAddress ?? ''));
}

/** An IPv4 address as it is; of an IPv6 one the /64, since whoever has one address of it has them all. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return 'unknown';
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  return [...groups, ...Array<string>(missing).fill('0'), ...(tail ?? '').split(':')]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
