import { BlockList, isIPv4 } from 'node:net'

/**
 * IPv4 blocks that are not public (IANA special-purpose registry), and the one public address that is a cloud's metadata
 * service (Azure). Those of the other clouds lie in link-local and shared address space.
 */
const IPV4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['168.63.129.16', 32],
]

/** Inside global unicast, but leading elsewhere: protocol assignments with Teredo, documentation, 6to4. */
const IPV6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const refusedV4 = new BlockList()
for (const [net, bits] of IPV4) refusedV4.addSubnet(net, bits, 'ipv4')

const refusedV6 = new BlockList()
for (const [net, bits] of IPV6) refusedV6.addSubnet(net, bits, 'ipv6')

/** Everything else in IPv6 is local, multicast, IPv4 in disguise (mapped, NAT64) or not assigned. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address (no brackets) belongs to the public internet. False for what is no address. */
export const isPublicAddress = (address: string): boolean => {
  if (isIPv4(address)) return !refusedV4.check(address, 'ipv4')
  // A zone names an interface of this machine, so such an address is link-local.
  if (address.includes('%')) return false
  return globalUnicast.check(address, 'ipv6') && !refusedV6.check(address, 'ipv6')
}
