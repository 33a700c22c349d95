import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import { useLanguage } from '../../shared/language.ts'
import { usePlace } from '../../shared/router/page.tsx'
import { queues } from '../queues.ts'
import { useResource } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { deeds } from './changed.ts'
import type { Count } from './queue.ts'

type Counts = Readonly<Record<string, Count | undefined>>

/** What was counted last, for all of the console. */
export const Counted = createContext<Counts>({})

/** How much waits in each queue, by its name; undefined where that is not known. */
export const useCounts = (): Counts => useContext(Counted)

/**
 * Counts what waits in each queue that the operator may see: read when they come, look again, go to another page or have done something.
 * Nothing is read by the clock, or a console that nobody looks at would keep its session.
 */
export const useReadCounts = (): Counts => {
  const language = useLanguage()
  const may = useMay()
  const { path } = usePlace()
  const done = useSyncExternalStore(deeds.subscribe, deeds.get)
  const { known, read } = useResource('counts', async (signal): Promise<Counts> => {
    const counted = queues.filter(({ right }) => may(right))
    const counts = await Promise.all(
      // One that cannot be read takes nothing from the others.
      counted.map(async (queue) => [queue.name, await queue.count(language, signal).catch(() => undefined)] as const),
    )
    return Object.fromEntries(counts)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say when there may be others.
  useEffect(() => {
    if (known.is === 'ok') void read()
  }, [path, done])
  return known.is === 'ok' ? known.value : {}
}
