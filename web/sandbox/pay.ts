import type { PayerFaults } from 'shiming-client/sandbox'
import { MINUTE } from '../../shared/kernel/time.ts'
import type { Handset } from './handset.ts'
import { lookAgain } from './page.ts'

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

/** Pays what the phone has before it; answers what was paid, in fen. The page inside WeChat is told how it went. */
export const pay = async (
  { sandbox, shown, asked, look }: Pick<Handset, 'sandbox' | 'shown' | 'asked' | 'look'>,
  faults: PayerFaults,
): Promise<number> => {
  try {
    const { paidFen } = await sandbox.payer.pays(shown ?? {}, faults)
    asked?.answer('ok')
    return paidFen
  } catch (error) {
    asked?.answer('fail')
    throw error
  } finally {
    void look.read()
    lookAgain()
  }
}

/** The same without anything that goes wrong. */
export const payAsAsked = (handset: Parameters<typeof pay>[0]): Promise<number> => pay(handset, {})
