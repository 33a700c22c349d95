import { holds } from './holds.ts'
import { type ListPlace, placeOf } from './list-place.ts'
import { withSoundKeys } from './memory-keys.ts'
import { insistOnSizes } from './memory-limits.ts'
import { assertDistinct, type DueEntry, type Table } from './table.ts'
import { type Changes, type Item, type Key, nameOf, type Value, type Write } from './write.ts'

/** Sort keys are ordered by their UTF-8 bytes, which is not how JavaScript compares texts. */
const bySortKey = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/**
 * DynamoDB stores no undefined, at any depth, no empty set, no number that JavaScript cannot hold exactly, and no half of a surrogate
 * pair, which has no UTF-8.
 */
const stored = <T extends Value | undefined>(value: T): T => {
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('half of a surrogate pair')
  if (value instanceof Set && value.size === 0) throw new Error('a set is never empty')
  if (typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) throw new Error('no exact number')
  if (Array.isArray(value)) return value.map(stored) as T
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Set) return new Set([...value].map(stored)) as T
  if (value instanceof Uint8Array) return new Uint8Array(value) as T
  const kept: { [name: string]: Value } = {}
  for (const [name, inner] of Object.entries(value)) if (inner !== undefined) kept[stored(name)] = stored(inner)
  return kept as T
}

const numberOf = (value: Value | undefined): number => {
  if (value === undefined) return 0
  if (typeof value !== 'number') throw new Error('a number is added to an attribute that is none')
  return value
}

const changed = (before: Item, changes: Changes): Item => {
  const after = stored<Item>(before)
  for (const [name, value] of Object.entries(changes.set ?? {})) if (value !== undefined) after[name] = stored(value)
  for (const [name, by] of Object.entries(changes.add ?? {})) after[name] = numberOf(before[name]) + by
  for (const [name, member] of Object.entries(changes.addToSet ?? {})) {
    const found = before[name] ?? new Set()
    if (before[name] === null || !(found instanceof Set)) throw new Error('a member is added to what is no set')
    after[name] = stored(new Set([...found, member]))
  }
  for (const [name, values] of Object.entries(changes.append ?? {})) {
    const found = before[name] ?? []
    if (before[name] === null || !Array.isArray(found)) throw new Error('a value is appended to what is no list')
    after[name] = stored([...found, ...values])
  }
  for (const [name, sum] of Object.entries(changes.sum ?? {})) {
    after[name] = (before[sum.of] === undefined ? sum.or : numberOf(before[sum.of])) + sum.plus
  }
  for (const name of changes.remove ?? []) delete after[name]
  return after
}

const performed = (write: Write, before: Item | undefined): Item | undefined => {
  if (write.kind === 'put') return stored({ ...write.item, ...write.key })
  if (write.kind === 'update') return changed(before ?? { ...write.key }, write.changes)
  return write.kind === 'delete' ? undefined : before
}

/** As many as one BatchGetItem takes. */
const MOST_KEYS = 100

const byPlace = (a: ListPlace, b: ListPlace): number => a[0] - b[0] || bySortKey(a[1], b[1]) || bySortKey(a[2], b[2])

/** The table in memory, for unit tests and the simulation: same contract suite as the real one. */
export const memoryTable = (): Table & { items(): Item[] } => {
  const items = new Map<string, Item>()
  let calls = 0
  const read = (key: Key): Item | undefined => stored(items.get(nameOf(key)))
  /** All or nothing: what throws, throws before anything is written. */
  const write = (writes: readonly Write[]): void => {
    const after = writes.map((one) => ({ name: nameOf(one.key), item: performed(one, items.get(nameOf(one.key))) }))
    insistOnSizes(after.map(({ item }) => item))
    for (const { name, item } of after) {
      if (item) items.set(name, item)
      else items.delete(name)
    }
  }
  return withSoundKeys({
    calls: () => calls,
    items: () => [...items.values()].map((item) => stored(item)),
    async get(key) {
      calls += 1
      return read(key)
    },
    async getMany(keys) {
      if (keys.length > MOST_KEYS) throw new Error('too many keys for one read')
      calls += 1
      return keys.map(read)
    },
    async query({ pk, prefix = '', limit, newestFirst, after }) {
      calls += 1
      const found = [...items.values()]
        .filter((item) => item.pk === pk && item.sk.startsWith(prefix))
        .sort((a, b) => bySortKey(a.sk, b.sk))
      if (newestFirst) found.reverse()
      const beyond = (item: Item): boolean =>
        after === undefined || bySortKey(item.sk, after) * (newestFirst ? -1 : 1) > 0
      const rest = found.filter(beyond)
      const page = rest.slice(0, limit).map((item) => stored(item))
      return page.length === limit ? { items: page, next: page.at(-1)?.sk } : { items: page }
    },
    async due({ shard, until, limit, after }) {
      calls += 1
      const place = ({ key, dueAt }: DueEntry): ListPlace => [dueAt, key.pk, key.sk]
      return [...items.values()]
        .filter((item) => item.dueShard === shard && typeof item.dueAt === 'number' && item.dueAt <= until)
        .map((item) => ({ key: { pk: item.pk, sk: item.sk }, dueAt: Number(item.dueAt) }))
        .sort((a, b) => byPlace(place(a), place(b)))
        .filter((entry) => !after || byPlace(place(entry), place(after)) > 0)
        .slice(0, limit)
    },
    async list({ list, from = Number.MIN_SAFE_INTEGER, until = Number.MAX_SAFE_INTEGER, limit, newestFirst, after }) {
      calls += 1
      const place = (item: Item): ListPlace => [Number(item.listAt), item.pk, item.sk]
      const found = [...items.values()]
        .filter((item) => item.listName === list && Number(item.listAt) >= from && Number(item.listAt) <= until)
        .sort((a, b) => byPlace(place(a), place(b)) * (newestFirst ? -1 : 1))
      const start = after === undefined ? undefined : placeOf(after)
      const rest = found.filter((item) => !start || byPlace(place(item), start) * (newestFirst ? -1 : 1) > 0)
      const page = rest.slice(0, limit).map((item) => stored(item))
      const last = page.at(-1)
      return last && page.length === limit ? { items: page, next: JSON.stringify(place(last)) } : { items: page }
    },
    async update(one) {
      calls += 1
      const before = read(one.key)
      if (one.when && !holds(one.when, before)) return { kind: 'conflict', item: before }
      write([one])
      const item = read(one.key)
      if (!item) throw new Error('an update left no item')
      return { kind: 'updated', item }
    },
    async commit(writes) {
      if (writes.length === 0) return { kind: 'committed' }
      calls += 1
      assertDistinct(writes)
      const conflicts = writes
        .filter((one) => one.when && !holds(one.when, items.get(nameOf(one.key))))
        .map((one) => ({ write: one, because: one.because, item: read(one.key) }))
      if (conflicts.length) return { kind: 'conflict', conflicts }
      write(writes)
      return { kind: 'committed' }
    },
  })
}
