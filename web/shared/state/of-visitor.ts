import { session } from './session.ts'
import type { Session } from './session-of.ts'

/** Something kept in the memory of this page for the present visitor alone: the next one finds it as `first` makes it. */
export type OfVisitor<T> = { get(): T; set(value: T): void }

/** Keeps it so. What is of a visitor and outlives a page stands in one of these, and in no variable of its module. */
export const ofVisitor = <T>(first: () => T, { state }: Pick<Session, 'state'> = session): OfVisitor<T> => {
  let kept = { visitor: state.get().visitor, value: first() }
  return {
    get() {
      const { visitor } = state.get()
      if (kept.visitor !== visitor) kept = { visitor, value: first() }
      return kept.value
    },
    set(value) {
      kept = { visitor: state.get().visitor, value }
    },
  }
}
