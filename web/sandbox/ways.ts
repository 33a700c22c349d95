import type { PayerFaults } from 'shiming-client/sandbox'
import { MINUTE } from '../../shared/kernel/time.ts'

/** How somebody may pay. */
export const ways = ['asAsked', 'late', 'twice', 'lost', 'other', 'closed'] as const
export type Way = (typeof ways)[number]

/** What is paid where another amount is, in fen. */
export const otherAmount = (fen: number): number => fen + 1

/** What the sandbox is told of a way, for an order of so many fen. */
export const faultsOf = (way: Way, fen: number): PayerFaults => {
  const all: Record<Way, PayerFaults> = {
    asAsked: {},
    late: { delayMs: 10 * MINUTE },
    twice: { duplicates: 1 },
    lost: { dropNotification: true },
    other: { amountFen: otherAmount(fen) },
    closed: { payAfterClose: true },
  }
  return all[way]
}
