import type { PaymentFact } from '../../../functions/payment/paying/provider.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { keyAt } from '../../../shared/table/keys.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import type { Begin } from '../two/meet.ts'

export type Step = Begin<ReviewWorld>

const NOTHING = keyAt('ACCOUNT#none', 'NONE')

/** A payment is heard of. */
export const pays =
  (fact: PaymentFact): Step =>
  (at) =>
    recordPayment(at, fact)

/** The clock jumps, and whoever sees to it comes by. */
export const runsOut =
  (to: number, ends: (at: ReviewWorld) => Promise<unknown>): Step =>
  async (at) => {
    await at.table.get(NOTHING)
    at.time.now = Math.max(at.time.now, to)
    return ok(await ends(at))
  }
