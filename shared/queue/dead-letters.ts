import { type Millis, SECOND } from '../kernel/time.ts'

/** A message that its worker could not do: what it said, when it was first sent, and how often it was received, our looks at it counted. */
export type DeadLetter = { id: string; body: string; sentAt: Millis; receives: number; handle: string }

/** What letters are taken for: to look at them, which is over in seconds, or to deal with them. */
export type TakenTo = 'look' | 'deal'

/** Whoever takes letters hides them so long (ms) from others, where they are not put back before. Longer than it takes; who dies meanwhile has lost nothing. */
export const HIDDEN_MS: Record<TakenTo, Millis> = { look: 10 * SECOND, deal: 30 * SECOND }

/** The dead letters of one queue. Whoever takes some hides them from others, until they are put back or that long. */
export type DeadLetterQueue = {
  /** About how many there are: those that can be taken, and those that somebody has taken. */
  depth(): Promise<{ waiting: number; taken: number }>
  /** Some of them, at most ten, which it puts back at once. */
  peek(): Promise<DeadLetter[]>
  /** Some that nobody else has taken, at most ten; none is left, or others have taken them, where it answers none. */
  take(to: TakenTo): Promise<DeadLetter[]>
  putBack(letters: readonly DeadLetter[]): Promise<void>
  /** Sends them to the queue they came from, and removes those that were taken there; answers them. */
  sendAgain(letters: readonly DeadLetter[]): Promise<DeadLetter[]>
}
