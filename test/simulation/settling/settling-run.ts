import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Books } from '../../bookkeeping/settling/settling.ts'
import type { World } from '../../world.ts'
import { finalSettlingFaults, reopened } from './settling-rules.ts'

/** A wrong implementation, as a layer between an operation and the table. */
export type Layer = (inner: Table) => Table

/** Something that somebody does, with deps of their own; whoever repeats it does it once more. */
export type Begin = (at: World) => Promise<unknown>

/** Two operations at the same time, and what is done when both are over. */
export type SettlingMeeting = {
  name: string
  prepare: () => Promise<{ books: Books; first: Begin; second: Begin; after?: Begin }>
}

/** How many effects the first one does before the second, and that one before both end; or where the first one dies. */
export type Placement = { first: number; second: number; dies?: 'before' | 'after' }

const METHODS = ['get', 'getMany', 'query', 'list', 'update', 'commit'] as const

class Died extends Error {
  override name = 'Died'
}

/** Lets one operation go on by so many effects. */
const turnstile = () => {
  let left = 0
  let dying: 'before' | 'after' | undefined
  // An operation may ask for several things at a time.
  let waiting: (() => void)[] = []
  const pass = async (): Promise<void> => {
    while (left <= 0 && dying === undefined) await new Promise<void>((resolve) => waiting.push(resolve))
    left -= 1
  }
  const goOn = (effects: number): void => {
    left = effects
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  }
  return { pass, goOn, dies: (how: 'before' | 'after') => (dying = how), isDying: () => (left < 0 ? dying : undefined) }
}

type Gate = ReturnType<typeof turnstile>

/** A table of which every call is an effect of its own, and at which its user can die. */
const gatedBy = (table: Table, gate: Gate): Table => {
  const gated = { ...table }
  for (const method of METHODS) {
    const call = table[method].bind(table) as (of: never) => Promise<unknown>
    const effect = async (of: never): Promise<unknown> => {
      await gate.pass()
      if (gate.isDying() === 'before') throw new Died(method)
      const answer = await call(of)
      if (gate.isDying() === 'after') throw new Died(method)
      return answer
    }
    Object.assign(gated, { [method]: effect })
  }
  return gated
}

/** The table, every commit of which must leave settled what was settled. */
const watchedBy = (table: World['table'], violations: string[]): Table => ({
  ...table,
  async commit(writes) {
    const before: readonly Item[] = table.items()
    const committed = await table.commit(writes)
    violations.push(...reopened(before, table.items()))
    return committed
  },
})

/** Until nothing happens any more without being let. */
const settle = async (): Promise<void> => {
  for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve))
}

const ALL = 10_000

const isDied = (error: unknown): boolean => error instanceof Error && error.name === 'Died'

/** What was wrong in one run, and whether each was over before it was let to its end. */
export type Run = { violations: readonly string[]; isOver: { first: boolean; second: boolean } }

/** Lets two meet as placed, has whoever died begin anew, and looks at what is left. */
export const met = async (
  meeting: SettlingMeeting,
  { first, second, dies }: Placement,
  layer: Layer = (inner) => inner,
): Promise<Run> => {
  const { books, ...begins } = await meeting.prepare()
  const violations: string[] = []
  const { table } = books.at
  const watched = watchedBy(table, violations)
  const as = (gate?: Gate): World => ({
    ...books.at,
    table: { ...table, ...layer(gate ? gatedBy(watched, gate) : watched) },
  })
  const begun = (begin: Begin) => {
    const gate = turnstile()
    const one = { gate, isOver: false, over: Promise.resolve() }
    one.over = begin(as(gate)).then(
      () => {
        one.isOver = true
      },
      (error: unknown) => {
        one.isOver = true
        if (!isDied(error)) violations.push(`threw ${error}`)
      },
    )
    return one
  }
  const [one, other] = [begun(begins.first), begun(begins.second)]
  await settle()
  one.gate.goOn(first)
  await settle()
  const isOver = { first: one.isOver, second: false }
  other.gate.goOn(second)
  await settle()
  isOver.second = other.isOver
  if (dies) one.gate.dies(dies)
  one.gate.goOn(dies ? 0 : ALL)
  await settle()
  other.gate.goOn(ALL)
  await Promise.all([one.over, other.over])
  if (dies) await begins.first(as())
  await begins.after?.(as())
  violations.push(...finalSettlingFaults(table.items()))
  return { violations, isOver }
}
