import type { Millis } from '../../shared/kernel/time.ts'
import { absent, type Guard, guard, type Item, type Put, put } from '../../shared/table/write.ts'
import { gateKeys } from './keys.ts'

/** The identity an account holds: what may be shown of it. The plaintext is nowhere but sealed in its verification. */
export type HeldIdentity = {
  verificationId: string
  method: 'carrier_three_element'
  level: 'carrier_three_element'
  maskedName: string
  maskedIdNumber: string
  verifiedAt: Millis
  /** Index of the person, to release the place when the identity is cleared. */
  personIndex: string
  /** Index of the last four of the ID number, which a phone number that comes back must prove. */
  lastFourIndex: string
}

/** The identity in an item; undefined when the account has none. */
export const heldIdentity = (item: Item | undefined): HeldIdentity | undefined => {
  if (!item) return undefined
  const { verificationId, maskedName, maskedIdNumber, verifiedAt, personIndex, lastFourIndex } = item
  return {
    verificationId: String(verificationId),
    method: 'carrier_three_element',
    level: 'carrier_three_element',
    maskedName: String(maskedName),
    maskedIdNumber: String(maskedIdNumber),
    verifiedAt: Number(verifiedAt),
    personIndex: String(personIndex),
    lastFourIndex: String(lastFourIndex),
  }
}

/** The account has no identity yet. */
export const unverified = (accountId: string): Guard =>
  guard(gateKeys.identity(accountId), absent('pk'), 'already_verified')

/** The account holds this identity from now on. */
export const identityHeld = (accountId: string, held: HeldIdentity): Put =>
  put(gateKeys.identity(accountId), { ...held }, absent('pk'), 'already_verified')
