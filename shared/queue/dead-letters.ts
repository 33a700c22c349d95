import type { Millis } from '../kernel/time.ts'

/** A message that its worker could not do: what it said, when it was first sent, and how often it was received since, ours counted. */
export type DeadLetter = { id: string; body: string; sentAt: Millis; receives: number; handle: string }

/** The dead letters of one queue. Whoever takes some hides them from others for half a minute, or until they are put back. */
export type DeadLetterQueue = {
  /** About how many there are, those that somebody has taken counted. */
  depth(): Promise<number>
  /** Some that nobody else has taken, at most ten; none is left where it answers none. */
  take(): Promise<DeadLetter[]>
  putBack(letters: readonly DeadLetter[]): Promise<void>
  /** Sends them to the queue they came from, and removes those that were taken there; answers them. */
  sendAgain(letters: readonly DeadLetter[]): Promise<DeadLetter[]>
}
