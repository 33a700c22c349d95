import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from 'shiming-client'
import { SECOND } from '../../../shared/kernel/time.ts'
import { service } from '../../shared/service.ts'
import { useLeft } from '../../shared/shown/time.tsx'
import { isProblem } from '../../shared/state/failure.ts'
import { useResource } from '../../shared/state/use-resource.ts'
import { isMoving, type Standing, standingOf } from './standing.ts'

export type Code = Answer<'POST /v1/scans'>

type Scan = Answer<'GET /v1/scans/current'>

const EVERY = 2 * SECOND

/** A code for this desktop, which `open` asks for: undefined meanwhile, or why there is none; and what asks for another. */
export const useNewCode = (
  open: () => Promise<Code>,
): { code: Code | undefined; failed: unknown; ask: () => Promise<void> } => {
  const [code, setCode] = useState<Code>()
  const [failed, setFailed] = useState<unknown>()
  const latest = useRef(open)
  latest.current = open
  const isAsked = useRef(false)
  const ask = useCallback(async (): Promise<void> => {
    try {
      setCode(await latest.current())
      setFailed(undefined)
    } catch (error) {
      setFailed(error)
    }
  }, [])
  useEffect(() => {
    if (isAsked.current) return
    isAsked.current = true
    void ask()
  }, [ask])
  return { code, failed, ask }
}

export type Followed = {
  standing: Standing
  /** The phone that goes on. */
  taken: Scan['taken']
}

/** Follows a code until nothing more can become of it. Whoever does not look at the page is not asked for. */
export const useStanding = ({ id, expiresAt }: Code, onSignedIn?: (account: string) => void): Followed => {
  const standing = useRef<Standing>('shown')
  const scan = useResource(`scan ${id}`, (signal) => service().scans.desktop().get({ signal }), {
    every: EVERY,
    polls: () => isMoving(standing.current),
  })
  const { known } = scan
  const heard = known.is === 'ok' ? known.value : undefined
  const [isGone, setGone] = useState(false)
  const error = known.is === 'failed' ? known.error : known.is === 'ok' ? known.stale : undefined
  const left = useLeft(heard?.id === id ? heard.expiresAt : expiresAt)
  const isOver = isGone || left === 0 || isProblem(error, 'scan_over')
  standing.current = standingOf(id, { heard, isOver })
  const isRedeeming = useRef(false)
  useEffect(() => {
    if (heard === undefined || !onSignedIn || standing.current !== 'confirmed' || isRedeeming.current) return
    isRedeeming.current = true
    service()
      .scans.desktop()
      .redeem()
      .then(
        ({ account }) => onSignedIn(account.id),
        // Asked again after the next look: a lost answer is told once more.
        (failed) => setGone(isProblem(failed, 'scan_over')),
      )
      .finally(() => {
        isRedeeming.current = false
      })
  }, [heard, onSignedIn])
  return { standing: standing.current, taken: heard?.taken ?? null }
}
