import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { looksOf } from '../shared/state/looks.ts'
import { type Known, resourceOf } from '../shared/state/resource.ts'

/** What is known of something the sandbox keeps, and how to read it again. */
export type Read<T> = { known: Known<T>; read: () => Promise<void> }

const NOTHING: Known<never> = { is: 'loading' }
const nobody = (): (() => void) => () => undefined

/**
 * Something the sandbox keeps, read again whenever somebody looks and, if it `polls`, in between. Another name is another thing;
 * without a name nothing is read.
 */
export const useRead = <T>(name: string | undefined, fetch: () => Promise<T>, polls = false): Read<T> => {
  const latest = useRef(fetch)
  latest.current = fetch
  const resource = useMemo(
    () =>
      name === undefined
        ? undefined
        : resourceOf<T>({ fetch: () => latest.current(), looks: looksOf(globalThis as never), polls: () => polls }),
    [name, polls],
  )
  useEffect(() => resource?.start(), [resource])
  const known = useSyncExternalStore(resource?.known.subscribe ?? nobody, resource?.known.get ?? (() => NOTHING))
  return { known, read: async () => resource?.read() }
}

/** The value, where it is known. */
export const valueIn = <T>({ known }: Read<T>): T | undefined => (known.is === 'ok' ? known.value : undefined)
