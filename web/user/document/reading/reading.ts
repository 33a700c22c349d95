import { ShimingProblem } from 'shiming-client'
import type { CardRead } from '../document.ts'

/** Why a photo cannot be used, how many of the day could not, and that a person looks after so many. */
export type Unreadable = {
  side: 'front' | 'back'
  reason: string
  advice: string
  failures: number
  isForPeople: boolean
}

/** What became of the photo of a side. `failed`: nobody could look at it, or not now; that says nothing of the photo. */
export type SideReading =
  | { is: 'none' | 'reading' }
  | { is: 'read'; material: string; card: CardRead }
  | { is: 'refused'; why: Unreadable }
  | { is: 'failed'; error: unknown }

/** What a refusal says of the photo; undefined where it is about something else. */
export const unreadableIn = (error: unknown): Unreadable | undefined => {
  if (!(error instanceof ShimingProblem) || !error.is('document_unreadable')) return undefined
  const { side, reason, advice, failures, comesNext } = error.extra
  return { side: side === 'back' ? 'back' : 'front', reason, advice, failures, isForPeople: comesNext === 'review' }
}

/** How a reading ended that was refused. */
export const refusedReading = (error: unknown): SideReading => {
  const why = unreadableIn(error)
  return why ? { is: 'refused', why } : { is: 'failed', error }
}
