import type { Answer } from 'shiming-client'

type Scan = Answer<'GET /v1/scans/current'>

/** What a desktop shows of its code. `taken`: whoever was to go on does, on the phone. `over` and `elsewhere`: it opens nothing any more, as its time has come, or as another window asked for another. */
export type Standing = 'shown' | 'scanned' | 'confirmed' | 'taken' | 'refused' | 'over' | 'elsewhere'

const shownAs: Readonly<Record<Scan['status'], Standing>> = {
  waiting: 'shown',
  scanned: 'scanned',
  confirmed: 'confirmed',
  used: 'confirmed',
  refused: 'refused',
}

/**
 * How the code with that id stands, by what was heard of the last one that this browser asked for; `isOver` where the service says so or the clock
 * does.
 */
export const standingOf = (id: string, { heard, isOver }: { heard: Scan | undefined; isOver: boolean }): Standing => {
  if (heard !== undefined && heard.id !== id) return 'elsewhere'
  // Whoever confirmed in the last moment has a minute more.
  const isTaken = heard?.purpose === 'continue' && heard.status === 'used'
  const standing = heard ? shownAs[heard.status] : 'shown'
  if (isTaken) return 'taken'
  return isOver && standing !== 'refused' ? 'over' : standing
}

/** Whether the service will say something new by itself. */
export const isMoving = (standing: Standing): boolean => ['shown', 'scanned', 'confirmed'].includes(standing)
