import type { Millis } from '../../../shared/kernel/time.ts'
import { type Store, store } from '../store.ts'
import { type Looks, pauseAfter } from './looks.ts'

/**
 * What is known of something the service keeps: nothing yet, why it could not be read, or its value. `stale`: why the last attempt
 * to read it again failed, so that the page says that it may be out of date instead of forgetting what it knew.
 */
export type Known<T> = { is: 'loading' } | { is: 'failed'; error: unknown } | { is: 'ok'; value: T; stale?: unknown }

export type Resource<T> = {
  known: Store<Known<T>>
  /** Reads again, now. Resolves when that is over, however it ended. */
  read(): Promise<void>
  /** Begins reading, again whenever the visitor looks, and in a loop while `polls` says so. Answers what ends it. */
  start(): () => void
}

type Options<T> = {
  /** What is known of it from before: in the other language, say. */
  first?: Known<T> | undefined
  fetch(signal: AbortSignal): Promise<T>
  looks: Looks
  /** Whether what is known will change without the visitor: it is read again then. */
  polls?: ((value: T) => boolean) | undefined
  /** How long to wait before it is read again; what changes in seconds is read at a pace that slows down. */
  every?: Millis | undefined
}

/** Something the service keeps, read whenever it may have changed. The last question counts; answers to earlier ones are dropped. */
export const resourceOf = <T>({ first = { is: 'loading' }, fetch, looks, polls, every }: Options<T>): Resource<T> => {
  const known = store<Known<T>>(first)
  let asking: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  let isOn = false

  const failed = (error: unknown): void => {
    const now = known.get()
    known.set(now.is === 'ok' ? { ...now, stale: error } : { is: 'failed', error })
  }
  const again = (): void => {
    clearTimeout(timer)
    const now = known.get()
    const isDue = now.is === 'ok' && polls?.(now.value) === true
    if (isOn && isDue && looks.looking()) timer = setTimeout(() => void read(), every ?? pauseAfter(asked))
  }
  const read = async (): Promise<void> => {
    clearTimeout(timer)
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    asked += 1
    try {
      const value = await fetch(mine.signal)
      if (asking === mine) known.set({ is: 'ok', value })
    } catch (error) {
      if (asking === mine) failed(error)
    }
    if (asking === mine) again()
  }
  const look = (): void => {
    asked = 0
    if (looks.looking()) void read()
    else clearTimeout(timer)
  }
  return {
    known,
    async read() {
      if (known.get().is === 'failed') known.set({ is: 'loading' })
      await read()
    },
    start() {
      isOn = true
      const deaf = looks.listen(look)
      void read()
      return () => {
        isOn = false
        deaf()
        clearTimeout(timer)
        asking?.abort()
        asking = undefined
      }
    },
  }
}
