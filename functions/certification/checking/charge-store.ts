import type { Millis } from '../../../shared/kernel/time.ts'
import type { Put } from '../../../shared/table/write.ts'
import { vendorCharged } from '../../payment/ledger/ledger.ts'
import { bookedAt } from '../../payment/ledger/ledger-store.ts'
import { certificationKeys } from '../keys.ts'

/** A call that a vendor charges for. `desk`: the name that its costs are kept under. `cost`: in 1/10,000 yuan. */
type ChargedCall = { accountId: string; id: string; desk: string; cost: number; at: Millis }

/** What a vendor charges for a call about a company, or a transfer to its account, is booked, once a call: no order paid for it. */
export const companyCallCharged = ({ accountId, id, desk, cost, at }: ChargedCall): Put => {
  const transaction = vendorCharged({ vendor: desk, outTradeNo: id, cost, at })
  return bookedAt(certificationKeys.companyCharge(accountId, id), '', transaction)
}
