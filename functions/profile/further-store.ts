import * as z from 'zod/mini'
import type { Millis } from '../../shared/kernel/time.ts'
import { type Item, type Update, update } from '../../shared/table/write.ts'
import { profileKeys } from './keys.ts'
import { type Occupation, occupations } from './occupations.ts'
import type { Further, SeenAddress } from './trust.ts'

const stored = z.object({
  occupation: z.optional(z.enum(occupations)),
  address: z.optional(z.object({ provenAt: z.number(), validUntil: z.number(), since: z.number() })),
})

/** What somebody told of themselves; nothing where there is no item. */
export const furtherOf = (item: Item | undefined): Further => {
  if (!item) return {}
  const { occupation, address } = z.parse(stored, item)
  return { ...(occupation && { occupation }), ...(address && { address }) }
}

/** Somebody says what they do, or says it no more. */
export const occupationSaid = (accountId: string, occupation: Occupation | undefined, now: Millis): Update =>
  update(
    profileKeys.further(accountId),
    occupation ? { set: { occupation, saidAt: now } } : { remove: ['occupation', 'saidAt'] },
  )

/** A person has seen proof of the address. The address itself is kept nowhere but in the pictures, until they are forgotten. */
export const addressSeen = (accountId: string, address: SeenAddress): Update =>
  update(profileKeys.further(accountId), { set: { address: { ...address } } })
