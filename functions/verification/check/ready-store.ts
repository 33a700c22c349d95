import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { due } from '../../../shared/table/keys.ts'
import { isNew, type Put, put } from '../../../shared/table/write.ts'
import type { Sold } from '../../payment/good.ts'
import type { PaymentFact } from '../../payment/paying/provider.ts'
import { checkKey, type Look, type OwedCheck, type PaidCheck } from './check-store.ts'

/** A check is owed from now on: exactly one per paid order, because its key is the verification's. */
export const checkReady = (order: Sold, verificationId: string, fact: PaymentFact, now: Millis): Put => {
  const of = { accountId: order.accountId, verificationId }
  const check: PaidCheck = {
    ...of,
    orderId: order.id,
    offer: order.offer ?? 'fee',
    feeFen: order.feeFen,
    channel: fact.channel,
    outTradeNo: fact.outTradeNo,
    transactionId: fact.transactionId,
    paidFen: fact.paidFen,
    status: 'ready',
    readyAt: now,
    releases: 0,
  }
  return put(checkKey(of), { ...check, ...due(checkKey(of), now + MINUTE) }, isNew, 'check_exists')
}

/** The check of a verification that the platform pays for is owed from now on. Belongs in the commit that opens that. */
export const owedCheckReady = (of: Pick<OwedCheck, 'accountId' | 'verificationId' | 'owed'>, now: Millis): Put => {
  const check: OwedCheck = { ...of, status: 'ready', readyAt: now, releases: 0 }
  return put(checkKey(of), { ...check, ...due(checkKey(of), now + MINUTE) }, isNew, 'check_exists')
}

/** The platform looks once more at what a verification proved at that time. Belongs in the commit that begins the look. */
export const lookReady = (of: Pick<Look, 'accountId' | 'verificationId' | 'look' | 'provenAt'>, now: Millis): Put => {
  const look: Look = { ...of, status: 'ready', readyAt: now, releases: 0 }
  return put(checkKey(look), { ...look, ...due(checkKey(look), now + MINUTE) }, isNew, 'check_exists')
}
