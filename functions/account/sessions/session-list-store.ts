import * as z from 'zod/mini'
import type { Item, Key } from '../../../shared/table/write.ts'
import { accountKeys, accountLists } from '../keys.ts'
import { devices, openers, type Session } from './session.ts'

const { prefix } = accountLists.sessions('')

/** How a session is named to its owner: by the hash that its item has for a key, from which no token can be found. */
export const sessionIdOf = ({ sk }: Key): string => sk.slice(prefix.length)

const ID = /^[\w-]{43}$/

/** The item of an account's session with that id; undefined for what cannot be one. */
export const sessionWithId = (accountId: string, id: string): Key | undefined =>
  ID.test(id) ? accountKeys.session(accountId, id) : undefined

const stored = z.object({
  createdAt: z.number(),
  expiresAt: z.number(),
  by: z.enum(openers),
  device: z.optional(z.enum(devices)),
})

/** The session in a SESSION item. */
export const sessionIn = (item: Item): Session => ({ id: sessionIdOf(item), ...z.parse(stored, item) })
