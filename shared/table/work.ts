import type { Key } from './write.ts'

/** What a queue message says: which kind of work, for which item. Never authority, never identity data. */
export type Pointer = { kind: string; id: string }

/** A kind of work that items can owe: how their keys begin, and how a pointer names one, `<owner>.<rest>`. */
export type Work = {
  kind: string
  /** Whether the item of that key is one that can owe this work. */
  isOf(key: Key): boolean
  /** The pointer to an item of this kind. */
  pointerTo(key: Key): Pointer
  /** The item that the id of a pointer means; undefined when it cannot be one of ours. */
  keyOf(id: string): Key | undefined
}

/** Work of items whose partition begins with `owner` and whose sort key begins with (or is) `prefix`. */
export const work = (kind: string, owner: string, prefix: string): Work => ({
  kind,
  isOf: ({ pk, sk }) => pk.startsWith(owner) && sk.startsWith(prefix),
  pointerTo({ pk, sk }) {
    const [first, rest] = [pk.slice(owner.length), sk.slice(prefix.length)]
    return { kind, id: rest === '' ? first : `${first}.${rest}` }
  },
  keyOf(id) {
    const dot = id.indexOf('.')
    // An item alone in its partition is named by that, any other by `<owner>.<rest>`.
    if (dot < 0 === prefix.endsWith('#')) return undefined
    const [first, rest] = dot < 0 ? [id, ''] : [id.slice(0, dot), id.slice(dot + 1)]
    return { pk: `${owner}${first}`, sk: `${prefix}${rest}` }
  },
})
