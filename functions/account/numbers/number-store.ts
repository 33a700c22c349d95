import type { Millis } from '../../../shared/kernel/time.ts'
import { equals, type Item, isNew, put, update, type Write } from '../../../shared/table/write.ts'
import { TAKEN } from '../account-store.ts'
import { accountKeys } from '../keys.ts'

/** The number no longer leads to where it was read to. */
const MOVED = 'moved'

/** When a code sent to the number was last read back; epoch ms. */
export const provenAtIn = (item: Item): Millis => Number(item.provenAt)

/** From now on that number (blind index) leads to this account. */
export const numberClaimed = (index: string, accountId: string, now: Millis): Write =>
  put(accountKeys.phone(index), { accountId, provenAt: now }, isNew, TAKEN)

/** Somebody has shown again that they hold the number of this account. */
export const numberProven = (index: string, accountId: string, now: Millis): Write =>
  update(accountKeys.phone(index), { set: { provenAt: now } }, equals('accountId', accountId), MOVED)

/** The number leads to another account from now on, and the one before has none. */
export const numberMoved = (index: string, of: { from: string; to: string }, now: Millis): Write[] => [
  update(accountKeys.phone(index), { set: { accountId: of.to, provenAt: now } }, equals('accountId', of.from), MOVED),
  update(accountKeys.profile(of.from), { remove: ['maskedPhone', 'phoneIndex'] }),
]
