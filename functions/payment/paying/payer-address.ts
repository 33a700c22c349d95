import { isIP, isIPv4 } from 'node:net'
import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import { isExampleAddress, isPublicAddress } from '../../front/public-address.ts'
import { needsOf } from './methods.ts'
import type { PaymentMethod } from './provider.ts'

const MAPPED = '::ffff:'

/** An IPv4 address in the disguise of IPv6, by itself. */
const unmapped = (address: string): string => {
  const parts = address.startsWith(MAPPED) ? address.slice(MAPPED.length).split(':') : []
  if (parts.length !== 2) return address
  const words = parts.map((part) => Number.parseInt(part, 16))
  return words.flatMap((word) => [word >> 8, word & 0xff]).join('.')
}

/** The one way in which an address is written, IPv4 or IPv6; undefined for what is none. */
export const addressIn = (typed: string): string | undefined => {
  // A zone names an interface of some machine.
  if (!isIP(typed) || typed.includes('%')) return undefined
  return isIPv4(typed) ? typed : unmapped(new URL(`http://[${typed}]`).hostname.slice(1, -1))
}

/** `isOfPlatform`: the platform's server says it, or somebody in a session that the platform opened. */
type Said = { method: PaymentMethod; payerAddress: string; isOfPlatform: boolean }

/**
 * Where the payer is, as the platform says. Refuses with `payer_address_not_accepted` what a user says of themselves, and with
 * `invalid_payer_address` what is no address, or not one of the internet where the method needs it. Addresses that are examples pass,
 * so that examples can be tried.
 */
export const payerAddressOf = ({ method, payerAddress, isOfPlatform }: Said): Outcome<string> => {
  if (!isOfPlatform) return refusedField('/payerAddress', 'payer_address_not_accepted')
  const address = addressIn(payerAddress)
  const isThere = address !== undefined && (isPublicAddress(address) || isExampleAddress(address))
  if (address === undefined || (needsOf(method).includes('payerIp') && !isThere))
    return refusedField('/payerAddress', 'invalid_payer_address')
  return ok(address)
}
