import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Millis } from '../../../shared/kernel/time.ts'
import { useLanguage } from '../language.ts'
import { type Looks, looksOf } from './looks.ts'
import { type Known, type Resource, resourceOf } from './resource.ts'
import type { SharedSession } from './session-of.ts'

/** When what the service keeps may have changed: the visitor looks again, signs in again, or did something in another tab. */
const looksOfVisitor = (session: SharedSession): Looks => {
  const window = looksOf(globalThis as never)
  return {
    looking: window.looking,
    listen(changed) {
      let was = session.state.get().is
      const signedIn = session.state.subscribe(() => {
        const { is } = session.state.get()
        if (was === 'out' && is === 'in') changed()
        was = is
      })
      const all = [window.listen(changed), session.heardFromTabs(changed), signedIn]
      return () => {
        for (const end of all) end()
      }
    },
  }
}

export type Used<T> = { known: Known<T>; read: () => Promise<void> }

/** See `resourceOf`. */
export type ResourceOptions<T> = { polls?: (value: T) => boolean; every?: Millis }

/**
 * Something the service keeps for whoever has that session, as long as the component is there: see `resourceOf`. `name` says what it
 * is, and another name is another thing (`order 7`); the language counts too, since the service answers in it, and what is known stays
 * until it has.
 */
export const useResourceOf = <T>(
  session: SharedSession,
  name: string,
  fetch: (signal: AbortSignal) => Promise<T>,
  options: ResourceOptions<T> = {},
): Used<T> => {
  const language = useLanguage()
  const latest = useRef({ fetch, ...options })
  latest.current = { fetch, ...options }
  const before = useRef<{ name: string; resource: Resource<T> }>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say when it is another thing; what fetches it is always the latest.
  const resource = useMemo(() => {
    // A form on the page must not go because its texts are read in another language.
    const first = before.current?.name === name ? before.current.resource.known.get() : undefined
    const made = resourceOf<T>({
      first,
      fetch: (signal) => latest.current.fetch(signal),
      looks: looksOfVisitor(session),
      polls: (value) => latest.current.polls?.(value) ?? false,
      every: latest.current.every,
    })
    before.current = { name, resource: made }
    return made
  }, [name, language])
  useEffect(() => resource.start(), [resource])
  return { known: useSyncExternalStore(resource.known.subscribe, resource.known.get), read: resource.read }
}
