import type { KindPage, Line, Placed } from './line.ts'
import type { LineKind } from './line-kinds.ts'

/** How far a reader has come in each kind: the place of the last line they were given. */
export type Places = Partial<Record<LineKind, string>>

/** `places`: undefined where nothing is left. */
export type Merged = { lines: Line[]; places: Places | undefined }

type Hand = { kind: LineKind; lines: readonly Placed[]; next: number; more: boolean }

const headOf = ({ lines, next }: Hand): Placed | undefined => lines[next]

/** The newest of what stands first in each kind; of one moment, in the order of kinds. */
const newestOf = (hands: readonly Hand[]): Hand | undefined =>
  hands.reduce<Hand | undefined>((best, hand) => {
    const [head, top] = [headOf(hand), best && headOf(best)]
    return head && (!top || head.line.at > top.line.at) ? hand : best
  }, undefined)

/** Of a kind whose lines in hand are used up while there are others behind them, nobody knows how new the next is. */
const isBlind = (hand: Hand): boolean => hand.more && headOf(hand) === undefined

/**
 * The newest `limit` lines of several kinds, each given newest first, and how far one has come in each afterwards. Every line is given once
 * over the pages that follow one another, whatever stands between them by then; `before`: how far one had come.
 */
export const merge = (pages: ReadonlyMap<LineKind, KindPage>, before: Places, limit: number): Merged => {
  const hands = [...pages].map(([kind, page]): Hand => ({ kind, ...page, next: 0 }))
  const places: Places = { ...before }
  const lines: Line[] = []
  while (lines.length < limit && !hands.some(isBlind)) {
    const hand = newestOf(hands)
    const head = hand && headOf(hand)
    if (!hand || !head) break
    lines.push(head.line)
    places[hand.kind] = head.place
    hand.next += 1
  }
  const isLeft = hands.some((hand) => hand.more || headOf(hand) !== undefined)
  return { lines, places: isLeft ? places : undefined }
}
