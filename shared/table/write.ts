/** Primary key of an item. */
export type Key = { pk: string; sk: string }

/** One text per key, different for different keys. */
export const nameOf = ({ pk, sk }: Key): string => `${pk.length} ${pk}${sk}`

/** How lists and faults name an item to people, who look for it by this. Keys hold no identity. */
export const toldName = ({ pk, sk }: Key): string => `${pk} ${sk}`

/** What an attribute may hold. `Set` is a DynamoDB string set and never empty. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | Set<string>
  | Value[]
  | { [name: string]: Value | undefined }

/** An item as stored. Stores turn it into domain records; nobody else looks inside. */
export type Item = Key & { [name: string]: Value | undefined }

/**
 * Conditions as data: rendered to a DynamoDB expression by expression.ts, evaluated directly by memory.ts.
 * As in DynamoDB, comparing an attribute that is not there is false.
 */
export type Condition =
  | { op: 'exists' | 'absent'; attr: string }
  | { op: 'equals'; attr: string; value: string | number | boolean }
  | { op: 'atMost' | 'atLeast' | 'below'; attr: string; value: number }
  | { op: 'oneOf'; attr: string; values: readonly string[] }
  | { op: 'contains'; attr: string; value: string }
  | { op: 'sizeBelow'; attr: string; value: number }
  | { op: 'all' | 'any'; of: readonly Condition[] }

/** DynamoDB has no expression for "one of none", and neither answer would be what its author meant. */
const some = <T>(of: readonly T[]): readonly T[] => {
  if (of.length === 0) throw new Error('an empty condition')
  return of
}

export const exists = (attr: string): Condition => ({ op: 'exists', attr })
export const absent = (attr: string): Condition => ({ op: 'absent', attr })
export const equals = (attr: string, value: string | number | boolean): Condition => ({ op: 'equals', attr, value })
/** The attribute is that, or is not there where that is undefined: an item as it was read. */
export const equalsOrAbsent = (attr: string, value: string | number | boolean | undefined): Condition =>
  value === undefined ? absent(attr) : equals(attr, value)

export const atMost = (attr: string, value: number): Condition => ({ op: 'atMost', attr, value })
export const atLeast = (attr: string, value: number): Condition => ({ op: 'atLeast', attr, value })
export const below = (attr: string, value: number): Condition => ({ op: 'below', attr, value })
export const oneOf = (attr: string, values: readonly string[]): Condition => ({
  op: 'oneOf',
  attr,
  values: some(values),
})
export const contains = (attr: string, value: string): Condition => ({ op: 'contains', attr, value })
export const sizeBelow = (attr: string, value: number): Condition => ({ op: 'sizeBelow', attr, value })
export const all = (...of: Condition[]): Condition => ({ op: 'all', of: some(of) })
export const any = (...of: Condition[]): Condition => ({ op: 'any', of: some(of) })

/** The item is not there at all. */
export const isNew: Condition = absent('pk')

/**
 * What an update does to single attributes. `sum` sets an attribute to (another attribute or, where that is missing, `or`)
 * plus a number, all read before the update. `append` puts values at the end of a list, which comes into being with them.
 */
export type Changes = {
  set?: Record<string, Value | undefined>
  add?: Record<string, number>
  addToSet?: Record<string, string>
  append?: Record<string, readonly Value[]>
  sum?: Record<string, { of: string; or: number; plus: number }>
  remove?: readonly string[]
}

const RESERVED = ['pk', 'sk', 'op']

/** DynamoDB refuses an update that names an attribute twice or changes its key. */
const sound = (changes: Changes): Changes => {
  const { set = {}, add = {}, addToSet = {}, append = {}, sum = {}, remove: removed = [] } = changes
  const assigned = Object.keys(set).filter((name) => set[name] !== undefined)
  const named = [...assigned, ...[add, addToSet, append, sum].flatMap(Object.keys), ...removed]
  if (new Set(named).size < named.length) throw new Error('two changes of one attribute in one update')
  if (named.some((name) => RESERVED.includes(name))) throw new Error('an update cannot change keys or the token')
  return changes
}

/** `because` names the condition for whoever must answer a conflict. */
type Guarded = { key: Key; when?: Condition; because?: string }

export type Put = Guarded & { kind: 'put'; item: Record<string, Value | undefined> }
export type Update = Guarded & { kind: 'update'; changes: Changes }
export type Delete = Guarded & { kind: 'delete' }
/** Writes nothing: the rest of the commit holds only if its condition does. */
export type Guard = Guarded & { kind: 'guard'; when: Condition }

/** A description of one write. Stores return these; only `Table.commit` performs them. */
export type Write = Put | Update | Delete | Guard

export const put = (key: Key, item: Record<string, Value | undefined>, when?: Condition, because?: string): Put => ({
  kind: 'put',
  key,
  item,
  when,
  because,
})
export const update = (key: Key, changes: Changes, when?: Condition, because?: string): Update => ({
  kind: 'update',
  key,
  changes: sound(changes),
  when,
  because,
})
export const remove = (key: Key, when?: Condition, because?: string): Delete => ({ kind: 'delete', key, when, because })
export const guard = (key: Key, when: Condition, because?: string): Guard => ({ kind: 'guard', key, when, because })
