import { isId } from '../kernel/ids.ts'
import { type Millis, SECOND } from '../kernel/time.ts'
import type { Item, Key } from './write.ts'

/** A key as capabilities build theirs; nobody else knows how a key is built. */
export const keyAt = (pk: string, sk: string): Key => ({ pk, sk })

/** Of what kind a partition is: what its key begins with, up to the first `#`. It is what roles are given, and may have a table of its own. */
export const kindOf = (pk: string): string => pk.split('#', 1)[0] ?? ''

/** What DynamoDB takes for the two parts of a key, in bytes of UTF-8. The name of a list is the first part of one, too. */
const LONGEST = { pk: 2048, sk: 1024 }

/**
 * Whether DynamoDB takes a text as that part of a key: not empty, not too long, and without halves of surrogate pairs, which have no
 * UTF-8. What somebody else has typed is held against a form of its own before it becomes part of a key; this is the last check.
 */
export const isKeyPart = (part: keyof Key, text: string): boolean =>
  text !== '' && text.isWellFormed() && Buffer.byteLength(text) <= LONGEST[part]

/** Whether DynamoDB takes that as a key. */
export const isKey = ({ pk, sk }: Key): boolean => isKeyPart('pk', pk) && isKeyPart('sk', sk)

const TIME_DIGITS = 15

/** An id behind a time of it (epoch ms): sorted as texts, such names stand in the order of their times. */
export const timedName = (at: Millis, id: string): string => `${String(at).padStart(TIME_DIGITS, '0')}#${id}`

/** The id in such a name; undefined in a text that is none. */
export const idInTimed = (name: string): string | undefined => {
  const id = /^\d{15}#/.test(name) ? name.slice(TIME_DIGITS + 1) : ''
  return isId(id) ? id : undefined
}

/** FNV-1a of the partition key: any even spread will do, and this one needs no crypto. */
const spread = (pk: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < pk.length; at += 1) hash = Math.imul(hash ^ pk.charCodeAt(at), 0x01000193) >>> 0
  return hash
}

/** Which of so many parts the items of a partition go to, where what all share is spread. */
export const partOf = (pk: string, parts: number): number => spread(pk) % parts

/** How many partitions the due index is spread over. */
export const DUE_SHARDS = 16

/** Attributes that put an item into the due index: it owes work from `at` (epoch ms) on. */
export const due = (key: Key, at: number): { dueAt: number; dueShard: number } => ({
  dueAt: at,
  dueShard: partOf(key.pk, DUE_SHARDS),
})

/** Attributes to remove when nothing is owed any more. */
export const DUE = ['dueAt', 'dueShard', 'wakePause'] as const

/** Into how many parts a busy list is spread. */
export const LIST_PARTS = 4

/** Which part of a spread list an item of this partition goes to. */
export const listPart = (pk: string): number => partOf(pk, LIST_PARTS)

/** Attributes that put an item into a list at a time (epoch ms). */
export const listedAt = (list: string, at: number): { listName: string; listAt: number } => ({
  listName: list,
  listAt: at,
})

/** Attributes to remove when an item leaves its list. */
export const LISTED = ['listName', 'listAt'] as const

/** Whether an item that ends may still be read at `now` (epoch ms): the table drops it up to two days after its time. */
export const isKept = (item: Item, now: Millis): boolean => Number(item.ttl) * SECOND > now

/** When DynamoDB may drop an item, as its `ttl` attribute wants it (whole seconds): never before `at` (epoch ms). */
export const ttlAt = (at: Millis): number => Math.ceil(at / SECOND)
