import type { PaymentFact } from '../../../functions/payment/paying/provider.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import type { Begin } from '../two/meet.ts'

export type Step = Begin<ReviewWorld>

/** A payment is heard of. */
export const pays =
  (fact: PaymentFact): Step =>
  (at) =>
    recordPayment(at, fact)
