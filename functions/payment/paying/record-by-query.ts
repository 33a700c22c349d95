import type { PaymentFact } from './provider.ts'
import type { RecordDeps, Recorded } from './record-payment.ts'

/**
 * Records a payment that a channel told of because it was asked. What that takes is loaded then: whoever pays, looks or cancels nearly always
 * finds nothing paid, and waits for none of it. Throws as `recordPayment` does.
 */
export const recordByQuery = async (deps: RecordDeps, fact: PaymentFact): Promise<Recorded> => {
  const { recordPayment } = await import('./record-payment.ts')
  return recordPayment(deps, fact)
}
