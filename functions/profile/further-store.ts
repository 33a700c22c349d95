import * as z from 'zod/mini'
import type { Millis } from '../../shared/kernel/time.ts'
import { type Delete, type Item, remove, type Update, update } from '../../shared/table/write.ts'
import { profileKeys } from './keys.ts'
import { type Occupation, occupations } from './occupations.ts'
import type { Further, ProvenEmail, SeenAddress } from './trust.ts'

const stored = z.object({
  occupation: z.optional(z.enum(occupations)),
  address: z.optional(z.object({ provenAt: z.number(), validUntil: z.number(), since: z.number() })),
  email: z.optional(z.object({ provenAt: z.number(), masked: z.string(), index: z.string() })),
})

/** What somebody told of themselves; nothing where there is no item. */
export const furtherOf = (item: Item | undefined): Further => {
  if (!item) return {}
  const { occupation, address, email } = z.parse(stored, item)
  return { ...(occupation && { occupation }), ...(address && { address }), ...(email && { email }) }
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

/** An address was proven by the code that was sent to it, and takes the place of one before. It is kept masked, and to be known again. */
export const emailProven = (accountId: string, email: ProvenEmail): Update =>
  update(profileKeys.further(accountId), { set: { email: { ...email } } })

/** Nothing is kept of the e-mail address any more. */
export const emailForgotten = (accountId: string): Update =>
  update(profileKeys.further(accountId), { remove: ['email'] })

/** Nothing is kept of what somebody told of themselves. Belongs in the commit by which the account is nobody any more. */
export const furtherForgotten = (accountId: string): Delete => remove(profileKeys.further(accountId))
