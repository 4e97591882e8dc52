import { isIPv4, isIPv6 } from 'node:net';
import type { Caller } from '@baton/contracts';
import type { KnownRequest } from './request.js';

type Heard = Pick<KnownRequest, 'ip' | 'headers'>;

/** Behind our proxy: the entry the proxy added itself, the last one. What stands before it is the caller's own word. */
export function addressOf({ ip, headers }: Heard, trustProxy: boolean): string {
  if (!trustProxy) return ip;
  return headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim() || ip;
}

/** About where an address is: its /24, or its /48 of IPv6, written out. Undefined where it is none. */
export function networkOf(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const [bare = ''] = plain.split('%');
  if (!isIPv6(bare)) return undefined;
  const [before = '', after] = bare.split('::');
  const groups = before.split(':').filter((group) => group !== '');
  const behind = (after ?? '').split(':').filter((group) => group !== '');
  const missing = after === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length);
  const all = [...groups, ...Array<string>(missing).fill('0'), ...behind];
  return `${all
    .slice(0, 3)
    .map((group) => group.toLowerCase().padStart(4, '0'))
    .join(':')}::/48`;
}

/** Whoever it is, as an operation is told that asks for the network and for nothing else. */
export function strangerOf(request: Heard, trustProxy: boolean): Caller {
  const network = networkOf(addressOf(request, trustProxy));
  return { kind: 'anyone', ...(network !== undefined && { network }) };
}
