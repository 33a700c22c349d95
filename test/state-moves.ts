import { expect, it } from 'vitest'
import { type StateTable, sources } from '../shared/kernel/states.ts'
import { memoryTable } from '../shared/table/memory.ts'
import type { Put, Write } from '../shared/table/write.ts'

/** Every event of a table, in its order. */
export const eventsOf = <S extends string, E extends string>(table: StateTable<S, E>): readonly E[] => [
  ...new Set(table.map(({ on }) => on)),
]

/** States nothing leads out of. */
export const finals = <S extends string, E extends string>(table: StateTable<S, E>): readonly S[] => {
  const moving = table.flatMap(({ from, to }) =>
    to === undefined ? [] : [{ from: from.filter((one) => one !== to), to }],
  )
  const left = new Set(moving.flatMap(({ from }) => from))
  return [...new Set(moving.map(({ to }) => to))].filter((state) => !left.has(state))
}

/** A state table with what is to obey it. */
export type Machine<S extends string, E extends string> = {
  table: StateTable<S, E>
  states: readonly S[]
  /** The item as it is in that state. */
  itemIn: (state: S) => Put
  /** For every event the write that performs it, made by somebody who read the item in that state. */
  writes: Record<E, (read: S) => Write>
}

/** Moves of a table that change the state, as `from → to`, sorted. */
export const movesIn = <S extends string, E extends string>(table: StateTable<S, E>): string[] => {
  const moving = table.flatMap(({ from, to }) => (to === undefined ? [] : from.map((one) => ({ from: one, to }))))
  return [...new Set(moving.flatMap(({ from, to }) => (from === to ? [] : [`${from} → ${to}`])))].sort()
}

/** States that can be reached from `start`, sorted. */
export const reachable = <S extends string, E extends string>(table: StateTable<S, E>, start: S): S[] => {
  const seen = new Set<S>([start])
  for (const state of seen) for (const { from, to } of table) if (to !== undefined && from.includes(state)) seen.add(to)
  return [...seen].sort()
}

/** States from which no final state can be reached. */
export const trapped = <S extends string, E extends string>(table: StateTable<S, E>, states: readonly S[]): S[] => {
  const ends = new Set<S>(finals(table))
  return states.filter((state) => !reachable(table, state).some((one) => ends.has(one)))
}

/** No state is called so. */
const REFUSED = 'the write was refused'

/** What the write does to that item: the state afterwards, or that it was refused. */
const afterWrite = async (item: Put, write: Write): Promise<unknown> => {
  const table = memoryTable()
  await table.commit([{ ...item, when: undefined }])
  const committed = await table.commit([write])
  return committed.kind === 'committed' ? (await table.get(write.key))?.status : REFUSED
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
      const after = await afterWrite(itemIn(actual), write)
      if (after !== REFUSED && after !== actual) moves.add(`${actual} → ${after}`)
    }
  }
  return [...moves].sort()
}

/**
 * How the write of an event differs from its rows. It must perform them on what is as it was read, in every state they begin in;
 * refuse in every other; and on what has changed since it was read either refuse or do the same.
 */
const faultsOf = async <S extends string, E extends string>(machine: Machine<S, E>, event: E): Promise<string[]> => {
  const { table, states, itemIn, writes } = machine
  const from = sources(table, event)
  const to = table.find(({ on }) => on === event)?.to
  const faults: string[] = []
  for (const actual of states) {
    for (const read of from) {
      const after = await afterWrite(itemIn(actual), writes[event](read))
      const allowed = from.includes(actual) ? [to ?? actual, ...(read === actual ? [] : [REFUSED])] : [REFUSED]
      if (!allowed.some((one) => one === after)) faults.push(`read as ${read}, is ${actual}: ${after}`)
    }
  }
  return faults
}

/** The tests of a machine: every event by itself, and all moves its writes make at all. */
export const itObeys = <S extends string, E extends string>(machine: Machine<S, E>): void => {
  const { table, states, itemIn, writes } = machine
  it.each(eventsOf(table))('%s: its write performs exactly its rows', async (event) => {
    expect(await faultsOf(machine, event)).toEqual([])
  })
  it('are changed by the writes of its store exactly as the table says', async () => {
    const writesFor = (read: S): Write[] => eventsOf(table).map((event) => writes[event](read))
    expect(await observedMoves(states, itemIn, writesFor)).toEqual(movesIn(table))
  })
}
