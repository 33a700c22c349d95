import { assertDistinct, type Table } from './table.ts'
import type { Changes, Condition, Item, Key, Value, Write } from './write.ts'

const nameOf = (key: Key): string => `${key.pk}\n${key.sk}`

const compare = (
  found: Value | undefined,
  value: string | number | boolean,
  holds: (order: number) => boolean,
): boolean => {
  if (typeof found !== typeof value) return false
  return holds(found === value ? 0 : (found as typeof value) < value ? -1 : 1)
}

const sizeOf = (found: Value | undefined): number | undefined => {
  if (found instanceof Set) return found.size
  if (typeof found === 'string' || Array.isArray(found) || found instanceof Uint8Array) return found.length
  return undefined
}

/** Evaluates a condition exactly as DynamoDB does, on an item that may not be there. */
export const holds = (condition: Condition, item: Item | undefined): boolean => {
  switch (condition.op) {
    case 'exists':
      return item?.[condition.attr] !== undefined
    case 'absent':
      return item?.[condition.attr] === undefined
    case 'equals':
      return compare(item?.[condition.attr], condition.value, (order) => order === 0)
    case 'atMost':
      return compare(item?.[condition.attr], condition.value, (order) => order <= 0)
    case 'atLeast':
      return compare(item?.[condition.attr], condition.value, (order) => order >= 0)
    case 'below':
      return compare(item?.[condition.attr], condition.value, (order) => order < 0)
    case 'oneOf':
      return condition.values.some((value) => item?.[condition.attr] === value)
    case 'contains': {
      const found = item?.[condition.attr]
      if (found instanceof Set) return found.has(condition.value)
      return (typeof found === 'string' || Array.isArray(found)) && found.includes(condition.value)
    }
    case 'sizeBelow': {
      const size = sizeOf(item?.[condition.attr])
      return size !== undefined && size < condition.value
    }
    case 'all':
      return condition.of.every((one) => holds(one, item))
    case 'any':
      return condition.of.some((one) => holds(one, item))
  }
}

/** DynamoDB stores no undefined, at any depth. */
const stored = <T extends Value | undefined>(value: T): T => {
  if (Array.isArray(value)) return value.map(stored) as T
  if (value === null || typeof value !== 'object' || value instanceof Set || value instanceof Uint8Array)
    return structuredClone(value)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries.map(([name, inner]) => [name, stored(inner)])) as T
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
    const found = before[name]
    after[name] = new Set([...(found instanceof Set ? found : []), member])
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

/** The table in memory, for unit tests and the simulation: same contract suite as the real one. */
export const memoryTable = (): Table & { items(): Item[] } => {
  const items = new Map<string, Item>()
  let calls = 0
  const read = (key: Key): Item | undefined => structuredClone(items.get(nameOf(key)))
  const write = (one: Write): void => {
    const after = performed(one, items.get(nameOf(one.key)))
    if (after) items.set(nameOf(one.key), after)
    else items.delete(nameOf(one.key))
  }
  return {
    calls: () => calls,
    items: () => [...items.values()].map((item) => structuredClone(item)),
    async get(key) {
      calls += 1
      return read(key)
    },
    async getMany(keys) {
      calls += 1
      return keys.map(read)
    },
    async query({ pk, prefix = '', limit, newestFirst, after }) {
      calls += 1
      const found = [...items.values()]
        .filter((item) => item.pk === pk && item.sk.startsWith(prefix))
        .sort((a, b) => (a.sk < b.sk ? -1 : 1))
      if (newestFirst) found.reverse()
      const rest =
        after === undefined ? found : found.filter((item) => (newestFirst ? item.sk < after : item.sk > after))
      const page = rest.slice(0, limit).map((item) => structuredClone(item))
      return page.length === limit ? { items: page, next: page.at(-1)?.sk } : { items: page }
    },
    async due({ shard, until, limit }) {
      calls += 1
      return [...items.values()]
        .filter((item) => item.dueShard === shard && typeof item.dueAt === 'number' && item.dueAt <= until)
        .map((item) => ({ key: { pk: item.pk, sk: item.sk }, dueAt: Number(item.dueAt) }))
        .sort((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit)
    },
    async update(one) {
      calls += 1
      const before = read(one.key)
      if (one.when && !holds(one.when, before)) return { kind: 'conflict', item: before }
      write(one)
      const item = read(one.key)
      if (!item) throw new Error('an update left no item')
      return { kind: 'updated', item }
    },
    async commit(writes) {
      calls += 1
      assertDistinct(writes)
      const conflicts = writes
        .filter((one) => one.when && !holds(one.when, items.get(nameOf(one.key))))
        .map((one) => ({ write: one, because: one.because, item: read(one.key) }))
      if (conflicts.length) return { kind: 'conflict', conflicts }
      for (const one of writes) write(one)
      return { kind: 'committed' }
    },
  }
}
