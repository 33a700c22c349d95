import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Books } from '../../bookkeeping/settling/settling.ts'
import type { World } from '../../world.ts'
import type { Layer } from '../layers.ts'
import { ALL, type Dying, type Gate, gatedBy, isDied, settle, turnstile } from '../turnstile.ts'
import { finalSettlingFaults, reopened } from './settling-rules.ts'

/** Something that somebody does, with deps of their own; whoever repeats it does it once more. */
export type Begin = (at: World) => Promise<unknown>

/** Two operations at the same time, and what is done when both are over. */
export type SettlingMeeting = {
  name: string
  prepare: () => Promise<{ books: Books; first: Begin; second: Begin; after?: Begin }>
}

/** How many effects the first one does before the second, and that one before both end; or where the first one dies. */
export type Placement = { first: number; second: number; dies?: Dying }

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
