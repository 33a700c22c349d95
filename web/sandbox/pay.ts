import type { PayerFaults } from 'shiming-client/sandbox'
import type { Handset } from './handset.ts'
import { lookAgain } from './page.ts'

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
