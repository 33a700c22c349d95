import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import {
  all,
  type Delete,
  equals,
  type Item,
  type Key,
  remove,
  type Update,
  update,
} from '../../../shared/table/write.ts'

const stored = z.object({
  pk: z.string(),
  sk: z.string(),
  at: z.number(),
  holders: z.array(z.string()),
  told: z.number(),
})

/** What is owed because of a refusal. `told`: of how many of the holders it is settled whether they are told. */
export type OwedClash = { key: Key; at: Millis; holders: readonly string[]; told: number }

/** The same in an item. */
export const clashOf = (item: Item): OwedClash => {
  const { pk, sk, ...clash } = z.parse(stored, item)
  return { key: { pk, sk }, ...clash }
}

/** Why a move comes to nothing: somebody else settled it for that holder. */
export const CLASH_MOVED = 'clash_moved'

/** It is settled for one holder more; for all of them, nothing is owed any more. */
export const clashSettled = ({ key, holders, told }: OwedClash): Update | Delete => {
  const asRead = all(equals('told', told))
  return told + 1 >= holders.length
    ? remove(key, asRead, CLASH_MOVED)
    : update(key, { set: { told: told + 1 } }, asRead, CLASH_MOVED)
}
