import type { Language } from '../../../shared/kernel/language.ts'
import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import type { Offer } from '../../payment/good.ts'
import type { Order } from '../../payment/orders/order.ts'
import type { Elements } from '../check/checker.ts'
import type { Verification } from '../verification.ts'

/** Three elements as typed, by whom, and what was agreed to. */
export type Submission = {
  caller: SessionClaim
  idempotencyKey: string
  /** In which the notice was shown. */
  language: Language
  body: {
    name: string
    idNumber: string
    phone: string
    smsCode: string
    offer: Offer
    consent: { notice: string }
  }
}

/** What a submission opens. */
export type Submitted = { verification: Verification; order: Order }

/** What one KMS MAC over the ID number gives: all equality this service ever needs, and the fingerprint of the request. */
export type Indexes = { person: string; resubmission: string; request: string }

/** The indexes of a request, from the MAC over its ID number and its elements as they are compared. */
export const indexesOf = (mac: Uint8Array, identity: Elements, body: Submission['body']): Indexes => ({
  person: blindIndex(mac, 'person'),
  resubmission: blindIndex(mac, 'resubmission', identity.name, identity.phone),
  request: blindIndex(mac, 'request', identity.name, identity.phone, body.offer, body.consent.notice),
})
