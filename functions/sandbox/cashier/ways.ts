import type { Fen } from '../../../shared/kernel/money.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'

/** What a payer does on a page of the channel. */
type Faults = {
  duplicates: number
  delayMs: Millis
  dropNotification: boolean
  amountFen?: Fen
  payAfterClose: boolean
  signtest: boolean
}

const none: Faults = { duplicates: 0, delayMs: 0, dropNotification: false, payAfterClose: false, signtest: false }

/** Somebody pays one fen more than was asked. */
export const otherAmount = (asked: Fen): Fen => asked + 1

/** By the word that the button of the page sends: what the payer's deed is, for an order of so many fen. */
const ways = {
  as_asked: () => none,
  late: () => ({ ...none, delayMs: 10 * MINUTE }),
  twice: () => ({ ...none, duplicates: 1 }),
  lost: () => ({ ...none, dropNotification: true }),
  other: (asked: Fen) => ({ ...none, amountFen: otherAmount(asked) }),
  closed: () => ({ ...none, payAfterClose: true }),
} as const satisfies Record<string, (asked: Fen) => Faults>

export type Way = keyof typeof ways

const isWay = (word: string): word is Way => Object.hasOwn(ways, word)

/** What was pressed, of what the form sent: a way to pay, or nothing is to be paid (`refuse`). Undefined for a form of nobody's. */
export const pressed = (form: Buffer): Way | 'refuse' | undefined => {
  const word = new URLSearchParams(form.toString('utf8')).get('way') ?? ''
  return word === 'refuse' || isWay(word) ? word : undefined
}

/** What the channel is told of a way. */
export const faultsOf = (way: Way, asked: Fen): Faults => ways[way](asked)
