/** A value that is read by many and tells them when it changes; made for React's useSyncExternalStore. */
export type Store<T> = {
  get(): T
  set(value: T): void
  /** Answers what ends it. */
  subscribe(changed: () => void): () => void
}

/** A store that begins with `value`. Setting what it has already tells nobody. */
export const store = <T>(value: T): Store<T> => {
  const listeners = new Set<() => void>()
  let held = value
  return {
    get: () => held,
    set(next) {
      if (Object.is(next, held)) return
      held = next
      for (const changed of [...listeners]) changed()
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}
