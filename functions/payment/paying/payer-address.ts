import { isIP } from 'node:net'
import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import { isExampleAddress, isPublicAddress } from '../../front/public-address.ts'
import { needsOf } from './methods.ts'
import type { PaymentMethod } from './provider.ts'

const MAPPED = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/

/** An IPv4 address in the disguise of IPv6, by itself. */
const unmapped = (address: string): string => {
  const [, high, low] = MAPPED.exec(address) ?? []
  if (high === undefined || low === undefined) return address
  return [high, low].flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 0xff]).join('.')
}

/** The one way in which an address is written, IPv4 or IPv6; undefined for what is none, or names an interface of some machine. */
export const addressIn = (typed: string): string | undefined => {
  if (isIP(typed) === 4) return typed
  if (isIP(typed) !== 6 || typed.includes('%')) return undefined
  return unmapped(new URL(`http://[${typed}]`).hostname.slice(1, -1))
}

/** Who asks to pay: the platform's server, which is nowhere near the payer, somebody in a session that it opened, or a user. */
export type AskedBy = 'platform' | 'platform_session' | 'user'

/** What a request says of where its payer is; `sourceIp` is where the request itself is from. */
type Said = { method: PaymentMethod; payerAddress?: string; sourceIp: string }

/**
 * Where the payer is: as the platform says, or where the request is from, unless it is from the platform's server. Refuses with
 * `payer_address_not_accepted` what a user says of themselves, and with `invalid_payer_address` what is no address, or not one of the
 * internet where the method needs it. Addresses that are examples pass, so that examples can be tried.
 */
export const payerAddressOf = ({ method, payerAddress, sourceIp }: Said, by: AskedBy): Outcome<string | undefined> => {
  if (payerAddress === undefined) return ok(by === 'platform' ? undefined : sourceIp)
  if (by === 'user') return refusedField('/payerAddress', 'payer_address_not_accepted')
  const address = addressIn(payerAddress)
  const isThere = address !== undefined && (isPublicAddress(address) || isExampleAddress(address))
  if (address === undefined || (needsOf(method).includes('payerIp') && !isThere))
    return refusedField('/payerAddress', 'invalid_payer_address')
  return ok(address)
}
