import { useEffect, useRef, useState } from 'react'
import type { Body } from 'shiming-client'
import { SECOND } from '../../../../shared/kernel/time.ts'
import { useWarning } from '../../../shared/controls/use-warning.ts'
import { mine } from '../../../shared/service.ts'

/** What an application says, as the service keeps it. */
export type Filling = Body<'PATCH /v1/applications/{id}'>

/** Whether what is on the page is what is kept; and why not, where it could not be. */
export type Saved = { is: 'kept' | 'keeping' } | { is: 'failed'; error: unknown }

/** So long after the last change. */
const STILL = 1.2 * SECOND

/**
 * Keeps what is filled in, one change after the other: a moment after the last, when it is asked for, and when the visitor leaves this page of ours. The same
 * again is not sent.
 */
export const useSaving = (id: string, filling: Filling) => {
  const text = JSON.stringify(filling)
  const [saved, setSaved] = useState<Saved>({ is: 'kept' })
  const kept = useRef(text)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const save = (of: Filling): Promise<void> => {
    const mineNow = JSON.stringify(of)
    const run = async (): Promise<void> => {
      if (mineNow === kept.current) return setSaved({ is: 'kept' })
      setSaved({ is: 'keeping' })
      try {
        await mine().applications.edit(id, of)
        kept.current = mineNow
        setSaved({ is: 'kept' })
      } catch (error) {
        setSaved({ is: 'failed', error })
        throw error
      }
    }
    const next = turn.current.then(run)
    turn.current = next.catch(() => undefined)
    return next
  }
  const latest = useRef({ filling, save })
  latest.current = { filling, save }
  const saveQuietly = (): Promise<void> => latest.current.save(latest.current.filling).catch(() => undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the moment anew.
  useEffect(() => {
    if (text === kept.current) return
    const timer = setTimeout(saveQuietly, STILL)
    return () => clearTimeout(timer)
  }, [text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page is left.
  useEffect(() => () => void saveQuietly(), [])
  useWarning(text !== kept.current)
  // What was typed a moment ago is not kept yet, though nothing was sent.
  const isBehind = text !== kept.current && saved.is === 'kept'
  return { saved: isBehind ? ({ is: 'keeping' } as const) : saved, save, saveQuietly }
}
