import type { Outcome } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { codeOf } from '../../kit.ts'
import type { Layer } from '../world/layers.ts'
import { ALL, type Dying, type Gate, gatedBy, isDied, settle, turnstile } from '../world/turnstile.ts'

/** Where two meet. */
export type Place = { table: Table & { items(): Item[] }; time: { now: Millis } }

/** Something that somebody does, with deps of their own; whoever repeats it does it once more. Answers an outcome, or a word. */
export type Begin<W> = (at: W) => Promise<Outcome<unknown> | string>

/** What both were answered, a word, `ok` or the code of a refusal, in the order in which the meeting names them. */
export type Answers = readonly [first: string, second: string]

/** Two at the same thing at the same time. `judge`: what must hold of what both were answered besides the rules. */
export type Meeting<W> = {
  name: string
  prepare: () => Promise<{
    at: W
    first: Begin<W>
    second: Begin<W>
    after?: (at: W) => Promise<unknown>
    judge?: (answers: Answers, at: W) => readonly string[]
  }>
}

/** What must hold of every commit, and of what is left in the end. */
export type Rules<W> = {
  committed: (before: readonly Item[], after: readonly Item[], at: W) => readonly string[]
  final: (at: W) => readonly string[]
}

/** How many effects the first one does before the second, and that one before both end; or where the first one dies. */
export type Placement = { first: number; second: number; dies?: Dying }

/** The table, every write of which is held against what must hold of one. */
const watchedBy = <W extends Place>(at: W, { committed: faultsOf }: Rules<W>, violations: string[]): Table => {
  const watching = async <T>(write: () => Promise<T>): Promise<T> => {
    const before: readonly Item[] = at.table.items()
    const done = await write()
    violations.push(...faultsOf(before, at.table.items(), at))
    return done
  }
  return {
    ...at.table,
    update: (write) => watching(() => at.table.update(write)),
    commit: (writes) => watching(() => at.table.commit(writes)),
  }
}

/** What was wrong in one run, and whether each was over before it was let to its end. */
export type Run = { violations: readonly string[]; isOver: { first: boolean; second: boolean } }

const wordOf = (answer: Outcome<unknown> | string): string => (typeof answer === 'string' ? answer : codeOf(answer))

/** Lets two meet as placed, has whoever died begin anew, and looks at what is left. */
export const meet = async <W extends Place>(
  rules: Rules<W>,
  meeting: Meeting<W>,
  { first, second, dies }: Placement,
  layer: Layer = (inner) => inner,
): Promise<Run> => {
  const { at, judge, after, ...begins } = await meeting.prepare()
  const violations: string[] = []
  const watched = watchedBy(at, rules, violations)
  const as = (gate?: Gate): W => ({
    ...at,
    table: { ...at.table, ...layer(gate ? gatedBy(watched, gate) : watched) },
  })
  const begun = (begin: Begin<W>) => {
    const gate = turnstile()
    const one = { gate, isOver: false, answer: 'died', over: Promise.resolve() }
    one.over = begin(as(gate)).then(
      (answer) => {
        one.isOver = true
        one.answer = wordOf(answer)
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
  if (dies && one.answer === 'died') one.answer = wordOf(await begins.first(as()))
  await after?.(as())
  violations.push(...rules.final(at), ...(judge?.([one.answer, other.answer], at) ?? []))
  return { violations, isOver }
}
