import { type Store, store } from '../../shared/store.ts'

/** Deeds so far at this page, by which counts change. */
export const deeds: Store<number> = store(0)

/** Something was done that may have changed how much waits. */
export const queuesChanged = (): void => deeds.set(deeds.get() + 1)
