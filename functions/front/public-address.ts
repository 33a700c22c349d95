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
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
  ['168.63.129.16', 32],
]

/** Inside global unicast, but leading elsewhere: protocol assignments with Teredo, 6to4. */
const IPV6: readonly [string, number][] = [
  ['2001::', 23],
  ['2002::', 16],
]

/** Set aside for documents, so that nobody has them. */
const IPV4_EXAMPLES: typeof IPV4 = [
  ['192.0.2.0', 24],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
]
const IPV6_EXAMPLES: typeof IPV6 = [
  ['2001:db8::', 32],
  ['3fff::', 20],
]

const listOf = (v4: typeof IPV4, v6: typeof IPV6): BlockList => {
  const list = new BlockList()
  for (const [net, bits] of v4) list.addSubnet(net, bits, 'ipv4')
  for (const [net, bits] of v6) list.addSubnet(net, bits, 'ipv6')
  return list
}

const elsewhere = listOf(IPV4, IPV6)
const examples = listOf(IPV4_EXAMPLES, IPV6_EXAMPLES)

/** Whether an IP address (no brackets) is one of those that documents use. */
export const isExampleAddress = (address: string): boolean => examples.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')

/** Everything else in IPv6 is local, multicast, IPv4 in disguise (mapped, NAT64) or not assigned. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address (no brackets) belongs to the public internet. False for what is no address. */
export const isPublicAddress = (address: string): boolean => {
  if (isIPv4(address)) return !elsewhere.check(address, 'ipv4') && !isExampleAddress(address)
  // A zone names an interface of this machine, so such an address is link-local.
  if (address.includes('%')) return false
  return globalUnicast.check(address, 'ipv6') && !elsewhere.check(address, 'ipv6') && !isExampleAddress(address)
}
