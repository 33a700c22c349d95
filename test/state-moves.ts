import { finals, type StateTable } from '../shared/kernel/states.ts'
import { memoryTable } from '../shared/table/memory.ts'
import type { Put, Write } from '../shared/table/write.ts'

/** Moves of a table that change the state, as `from → to`, sorted. */
export const movesIn = <S extends string>(table: StateTable<S>): string[] =>
  [...new Set(table.flatMap(({ from, to }) => from.filter((one) => one !== to).map((one) => `${one} → ${to}`)))].sort()

/** States that can be reached from `start`, sorted. */
export const reachable = <S extends string>(table: StateTable<S>, start: S): S[] => {
  const seen = new Set<S>([start])
  for (const state of seen) for (const { to } of table.filter(({ from }) => from.includes(state))) seen.add(to)
  return [...seen].sort()
}

/** States from which no final state can be reached. */
export const trapped = <S extends string>(table: StateTable<S>, states: readonly S[]): S[] => {
  const ends = new Set<S>(finals(table))
  return states.filter((state) => !reachable(table, state).some((one) => ends.has(one)))
}

/**
 * Which moves the writes of a store really make: every write is built from an item that was read in each state, and tried on
 * an item that is by then in each state.
 */
export const observedMoves = async <S extends string>(
  states: readonly S[],
  itemIn: (state: S) => Put,
  writesFor: (read: S) => readonly Write[],
): Promise<string[]> => {
  const moves = new Set<string>()
  for (const actual of states) {
    for (const write of states.flatMap(writesFor)) {
      const table = memoryTable()
      await table.commit([itemIn(actual)])
      await table.commit([write])
      const after = (await table.get(write.key))?.status
      if (after !== actual) moves.add(`${actual} → ${after}`)
    }
  }
  return [...moves].sort()
}
