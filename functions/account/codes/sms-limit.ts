/** What a code is sent for. */
export const smsPurposes = ['sign_in', 'verify_phone'] as const
export type SmsPurpose = (typeof smsPurposes)[number]

const IPV6_GROUPS = 8
/** A /64: what one subscriber gets, who may take any address in it. */
const SUBSCRIBER_GROUPS = 4

/** The groups of an address before or after the zeros that are left out; none where there is nothing. */
const groupsIn = (part = ''): string[] => part.split(':').filter(Boolean)

/** A source address as limits count it: IPv4 as it is, IPv6 by its /64. */
export const addressGroup = (address: string): string => {
  if (!address.includes(':')) return address
  // IPv4 mapped into IPv6 ends in dots; its first half is the same for everybody.
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1)
  const [before, after] = address.toLowerCase().split('::')
  const [front, back] = [groupsIn(before), groupsIn(after)]
  const missing = Array<string>(Math.max(0, IPV6_GROUPS - front.length - back.length)).fill('0')
  const groups = [...front, ...missing, ...back].map((group) => group.replace(/^0+(?=.)/, ''))
  return groups.slice(0, SUBSCRIBER_GROUPS).join(':')
}
