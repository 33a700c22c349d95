/**
 * One row of a state table: the event `on` leads from any of `from` to `to`; `when` says it for people. A row without `to` moves
 * nothing: its event may happen in those states and leaves each as it is.
 */
export type Transition<S extends string, E extends string> = { from: readonly S[]; to?: S; on: E; when: string }

/**
 * A state machine as data: the table makes the condition and the new state of every write, the page of states and the property
 * test. An event may have several rows, each with its own reason, but leads to one state only: a write cannot know from which of
 * its sources it starts.
 */
export type StateTable<S extends string, E extends string> = readonly Transition<S, E>[]

/** Every event of a table, each once, and `first`: by what it begins, which is no row. */
export const eventsOf = <S extends string, E extends string, const F extends string>(
  table: StateTable<S, E>,
  first: F,
): [F, ...E[]] => [first, ...new Set(table.map(({ on }) => on))]

const rowsOf = <S extends string, E extends string>(table: StateTable<S, E>, event: E): StateTable<S, E> => {
  const rows = table.filter(({ on }) => on === event)
  if (new Set(rows.map(({ to }) => to)).size !== 1) throw new Error(`not one way on: ${event}`)
  return rows
}

/** Every state in which the event may happen: the condition of the write that performs it. */
export const sources = <S extends string, E extends string>(
  table: StateTable<S, E>,
  event: NoInfer<E>,
): readonly S[] => [...new Set(rowsOf(table, event).flatMap(({ from }) => from))]

/** The state the event leads to: what its write sets. Throws for an event that moves nothing. */
export const target = <S extends string, E extends string>(table: StateTable<S, E>, event: NoInfer<E>): S => {
  const [to] = rowsOf(table, event).map((row) => row.to)
  if (to === undefined) throw new Error(`moves nothing: ${event}`)
  return to
}
