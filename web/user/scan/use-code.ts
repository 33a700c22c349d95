import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from 'shiming-client'
import { SECOND } from '../../../shared/kernel/time.ts'
import { service } from '../../shared/service.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
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

/**
 * Fetches the session of this desktop whenever it hears that there is one, until it has it: a lost answer is told once more. Answers whether
 * there is none to be had any more.
 */
const useRedeeming = (confirmed: Scan | undefined, onSignedIn: ((account: string) => void) | undefined): boolean => {
  const [isGone, setGone] = useState(false)
  const isUnderWay = useRef(false)
  useEffect(() => {
    if (!confirmed || !onSignedIn || isUnderWay.current) return
    isUnderWay.current = true
    service()
      .scans.desktop()
      .redeem()
      .then(
        ({ account }) => onSignedIn(account.id),
        (error) => setGone(isProblem(error, 'scan_over')),
      )
      .finally(() => {
        isUnderWay.current = false
      })
  }, [confirmed, onSignedIn])
  return isGone
}

/** How the last code of this browser stands, asked for every two seconds while that may change and somebody looks. */
const useHeard = (id: string) => {
  const { known, read } = useResource(`scan ${id}`, (signal) => service().scans.desktop().get({ signal }), {
    every: EVERY,
    polls: (scan) =>
      isMoving(standingOf(id, { heard: scan, isOver: Date.parse(scan.expiresAt) <= serviceClock.now() })),
  })
  const error = known.is === 'failed' ? known.error : known.is === 'ok' ? known.stale : undefined
  const isEnded = isProblem(error, 'scan_over')
  const isLost = known.is === 'failed' && !isEnded
  useEffect(() => {
    if (!isLost) return undefined
    const timer = setTimeout(read, EVERY)
    return () => clearTimeout(timer)
  }, [isLost, read])
  return { heard: known.is === 'ok' ? known.value : undefined, isEnded }
}

/** Follows a code until nothing more can become of it. `onSignedIn`: somebody is, by a code to sign in by. */
export const useStanding = ({ id, expiresAt }: Code, onSignedIn?: (account: string) => void): Followed => {
  const { heard, isEnded } = useHeard(id)
  const left = useLeft(heard?.id === id ? heard.expiresAt : expiresAt)
  const standing = standingOf(id, { heard, isOver: isEnded || left === 0 })
  const isGone = useRedeeming(standing === 'confirmed' ? heard : undefined, onSignedIn)
  return { standing: isGone ? 'over' : standing, taken: heard?.taken ?? null }
}
