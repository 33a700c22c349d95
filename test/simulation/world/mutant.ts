import type { Operator } from '../../../functions/audit/deed.ts'
import type { BillSource } from '../../../functions/bookkeeping/reconciliation/bill.ts'
import type { ComplaintDesk } from '../../../functions/complaints/complaint-desk.ts'
import type { PaymentProvider } from '../../../functions/payment/paying/provider.ts'
import type { IdentityChecker } from '../../../functions/verification/check/checker.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Database } from '../../../shared/table/patient-table.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Condition, Item, Write } from '../../../shared/table/write.ts'
import type { Told } from '../refunds/told-rules.ts'
import { kindOf } from './record.ts'
import type { World } from './world.ts'

/** A wrong implementation, as a layer between an operation and what it talks to. An empty one is the right one. */
export type Mutant = {
  table?: (inner: Table, world: World) => Table
  /** Below the table: between what repeats requests and what answers them. */
  database?: (inner: Database, world: World) => Database
  provider?: (inner: PaymentProvider, world: World) => PaymentProvider
  checker?: (inner: IdentityChecker, world: World) => IdentityChecker
  bills?: (inner: BillSource, world: World) => BillSource
  desk?: (inner: ComplaintDesk, world: World) => ComplaintDesk
  queue?: (inner: Queue, world: World) => Queue
  /** Whom the guard before a deed takes an operator for. */
  operator?: (by: Operator) => Operator
  neverSweeps?: true
  /** What is told of an order's money, from what is kept and the right answer. */
  told?: (right: Told, kept: Item) => Told
  /** Days are opened before anything is swept, and nothing is swept if that fails. */
  opensRunsUnguarded?: true
}

/** The three ways of trying the system out. */
export type Way = 'crashes' | 'meetings' | 'histories'

/** A mutant that must be found out, and the way that does it soonest. */
export type Suspect = Mutant & {
  name: string
  seenBy: Way
  /** The scenario, or the meeting, in which it is seen soonest, where others would only take time. */
  seenIn?: string
}

/** Writes as another implementation would make them; none for a write it would leave out. */
export const writing =
  (rewrite: (write: Write, world: World) => Write | undefined) =>
  (inner: Table, world: World): Table => ({
    ...inner,
    async update(write) {
      const other = rewrite(write, world)
      if (other?.kind === 'update') return inner.update(other)
      const item = await inner.get(write.key)
      return item ? { kind: 'updated', item } : { kind: 'conflict' }
    },
    commit: (writes) => inner.commit(writes.flatMap((write) => rewrite(write, world) ?? [])),
  })

/** Items as another implementation would see them. */
export const seeing =
  (see: (item: Item, world: World) => Item) =>
  (inner: Table, world: World): Table => ({
    ...inner,
    get: async (key) => {
      const item = await inner.get(key)
      return item && see(item, world)
    },
    getMany: async (keys) => (await inner.getMany(keys)).map((item) => item && see(item, world)),
    query: async (of) => {
      const page = await inner.query(of)
      return { ...page, items: page.items.map((item) => see(item, world)) }
    },
  })

/** Commits as another implementation would split them up; none at all for what it would pass over. */
export const committing =
  (split: (writes: readonly Write[], world: World) => readonly (readonly Write[])[]) =>
  (inner: Table, world: World): Table => ({
    ...inner,
    async commit(writes) {
      for (const part of split(writes, world)) {
        const committed = await inner.commit(part)
        if (committed.kind === 'conflict') return committed
      }
      return { kind: 'committed' }
    },
  })

/** Several layers, the first one innermost. */
export const layered =
  (...layers: ((inner: Table, world: World) => Table)[]) =>
  (inner: Table, world: World): Table =>
    layers.reduce((table, layer) => layer(table, world), inner)

/** The write without its condition. */
export const unguarded = (write: Write): Write => (write.kind === 'guard' ? write : { ...write, when: undefined })

/** The condition as somebody would write it who thinks of none of these attributes. */
export const blindTo = (when: Condition | undefined, ...attributes: string[]): Condition | undefined => {
  if (when?.op !== 'all' && when?.op !== 'any')
    return when && 'attr' in when && attributes.includes(when.attr) ? undefined : when
  const of = when.of.flatMap((one) => blindTo(one, ...attributes) ?? [])
  return of.length > 0 ? { ...when, of } : undefined
}

/** The write with a condition that looks at none of these attributes. */
export const careless = (write: Write, ...attributes: string[]): Write =>
  write.kind === 'guard' ? write : { ...write, when: blindTo(write.when, ...attributes) }

/** The update or put with these attributes left out. */
export const without = (write: Write, ...attributes: string[]): Write => {
  const rest = <T>(of: Record<string, T> = {}): Record<string, T> =>
    Object.fromEntries(Object.entries(of).filter(([name]) => !attributes.includes(name)))
  if (write.kind === 'put') return { ...write, item: rest(write.item) }
  if (write.kind !== 'update') return write
  const { set, add, addToSet, append, sum, remove } = write.changes
  const changes = {
    set: rest(set),
    add: rest(add),
    addToSet: rest(addToSet),
    append: rest(append),
    sum: rest(sum),
    remove: remove?.filter((name) => !attributes.includes(name)),
  }
  return { ...write, changes }
}

/** What an update or put sets an attribute to. */
export const setting = (write: Write, attribute: string): unknown => {
  if (write.kind === 'put') return write.item[attribute]
  return write.kind === 'update' ? write.changes.set?.[attribute] : undefined
}

/** True for writes to items of that kind: the first part of their sort key. */
export const isOf = (write: Write, kind: string): boolean => kindOf(write.key) === kind
