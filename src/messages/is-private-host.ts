/** Ends of host names that name no machine on the internet. */
const PRIVATE_ENDS = [
  'localhost',
  'local',
  'internal',
  'lan',
  'home',
  'home.arpa',
  'test',
  'invalid',
];

/** Whether only the user's own machine or network can reach a host, as `URL.hostname` writes it. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return isPrivateV6(host.slice(1, -1));
  const octets = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (octets) return isPrivateV4(Number(octets[1]), Number(octets[2]));
  return !host.includes('.') || PRIVATE_ENDS.some((end) => host.endsWith(`.${end}`));
}

function isPrivateV4(first: number, second: number): boolean {
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168)
  );
}

/** Loopback, unique local, link local, and IPv4 in IPv6 clothes, which `URL` writes in hexadecimal. */
function isPrivateV6(address: string): boolean {
  const mapped = /^::ffff:([\da-f]{1,4}):[\da-f]{1,4}$/.exec(address)?.[1];
  if (mapped !== undefined) {
    const high = Number.parseInt(mapped, 16);
    return isPrivateV4(high >> 8, high & 0xff);
  }
  return address === '::' || address === '::1' || /^f[cd]|^fe[89ab]/.test(address);
}
