/**
 * Classifies hosts by who can reach them, from the name alone: nothing is resolved. Host names are expected
 * in the form of `URL.hostname`, where a decimal, octal or hexadecimal address is already dotted.
 *
 * The ranges are those of IANA's special-purpose registries (RFC 6890 and its successors).
 */
export type HostReach =
  /** This machine. */
  | 'loopback'
  /** A private network. */
  | 'private'
  /**
   * An address that no server answers at: reserved, multicast, documentation, or a private one in a public
   * disguise.
   */
  | 'reserved'
  | 'public';

/** Whether only this machine or its local network can reach a host, so that data sent to it stays there. */
export function isPrivateHost(hostname: string): boolean {
  const reach = hostReach(hostname);
  return reach === 'loopback' || reach === 'private';
}

export function isLoopbackHost(hostname: string): boolean {
  return hostReach(hostname) === 'loopback';
}

/** Suffixes that do not resolve on the internet. */
const PRIVATE_NAME =
  /\.(?:corp|home|home\.arpa|internal|intranet|lan|local|localdomain|private|test)$/;

export function hostReach(hostname: string): HostReach {
  const host = hostname.toLowerCase().replace(/\.+$/, '');
  if (host.includes(':')) return reachOfV6(readGroups(host.replace(/^\[|\]$/g, '')));
  if (/^\d+(?:\.\d+){3}$/.test(host)) return reachOfV4(host.split('.').map(Number));
  if (/(?:^|\.)localhost$/.test(host)) return 'loopback';
  if (!host.includes('.') || PRIVATE_NAME.test(host)) return 'private';
  return host.endsWith('.invalid') ? 'reserved' : 'public';
}

function reachOfV4([a = 0, b = 0, c = 0, d = 0]: readonly number[]): HostReach {
  // 0.0.0.0 is not a valid destination, but systems treat it as this machine.
  if (a === 127 || (a === 0 && b === 0 && c === 0 && d === 0)) return 'loopback';
  const isPrivate =
    a === 10 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168);
  if (isPrivate) return 'private';
  const isReserved =
    a === 0 ||
    a >= 224 ||
    (a === 192 && b === 0 && (c === 0 || c === 2)) ||
    (a === 198 && (b === 18 || b === 19)) ||
    (a === 198 && b === 51 && c === 100) ||
    (a === 203 && b === 0 && c === 113);
  return isReserved ? 'reserved' : 'public';
}

function reachOfV6(groups: readonly number[]): HostReach {
  const [a = 0, b = 0] = groups;
  const startsWith = (...start: readonly number[]): boolean =>
    start.every((group, index) => group === groups[index]);

  if (startsWith(0, 0, 0, 0, 0, 0, 0)) return (groups[7] ?? 0) <= 1 ? 'loopback' : 'reserved';
  // A mapped address is equivalent to the IPv4 address.
  if (startsWith(0, 0, 0, 0, 0, 0xffff)) return reachOfV4(octetsAt(groups, 6));
  if ((a & 0xfe00) === 0xfc00 || (a & 0xff80) === 0xfe80) return 'private';
  if (startsWith(0x64, 0xff9b, 0, 0, 0, 0)) return throughGateway(octetsAt(groups, 6));
  // Everything else outside 2000::/3 is multicast, reserved, or an old notation for an IPv4 address.
  if ((a & 0xe000) !== 0x2000) return 'reserved';
  // 6to4, then Teredo, which inverts the client's address.
  if (a === 0x2002) return throughGateway(octetsAt(groups, 1));
  if (a === 0x2001 && b === 0) {
    return throughGateway(octetsAt(groups, 6).map((octet) => octet ^ 0xff));
  }
  // Documentation.
  return a === 0x2001 && b === 0xdb8 ? 'reserved' : 'public';
}

/** A gateway on the internet does not route to an address that is not public. */
function throughGateway(octets: readonly number[]): HostReach {
  return reachOfV4(octets) === 'public' ? 'public' : 'reserved';
}

function octetsAt(groups: readonly number[], index: number): readonly number[] {
  return groups.slice(index, index + 2).flatMap((group) => [group >> 8, group & 0xff]);
}

/** Returns the eight groups of an IPv6 address. */
function readGroups(address: string): readonly number[] {
  const [start = '', end] = address.split('::');
  const first = readHex(start);
  if (end === undefined) return first;
  const last = readHex(end);
  return [...first, ...Array<number>(Math.max(0, 8 - first.length - last.length)).fill(0), ...last];
}

function readHex(groups: string): readonly number[] {
  return groups === '' ? [] : groups.split(':').map((group) => Number.parseInt(group, 16));
}
