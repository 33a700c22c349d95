/** One row of a state table: which states lead to `to`, and when. */
export type Transition<S extends string> = { from: readonly S[]; to: S; when: string }

/** A state machine as data: the table makes the write's condition, the diagram in the README and the property test. */
export type StateTable<S extends string> = readonly Transition<S>[]

/** Every state that may turn into `to`: the condition of the write that does it. */
export const sources = <S extends string>(table: StateTable<S>, to: S): readonly S[] => [
  ...new Set(table.filter((row) => row.to === to).flatMap((row) => row.from)),
]

/** States nothing leads out of. */
export const finals = <S extends string>(table: StateTable<S>): readonly S[] => {
  const left = new Set(table.flatMap((row) => row.from))
  return [...new Set(table.map((row) => row.to))].filter((state) => !left.has(state))
}
