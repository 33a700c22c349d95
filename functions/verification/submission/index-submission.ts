import type { Language } from '../../../shared/kernel/language.ts'
import { ofEach, type Versioned } from '../../../shared/kernel/versioned.ts'
import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Mac } from '../../../shared/vault/vault.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import type { Offer } from '../../payment/good.ts'
import type { Order } from '../../payment/orders/order.ts'
import type { Elements } from '../check/checker.ts'
import type { Verification } from '../verification.ts'
import { type IdentityIndexes, identityIndexes } from './index-person.ts'

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

/** What identical data and the request are known by, under each live version of the key. */
export type Indexes = IdentityIndexes & { requests: Versioned<string> }

/** The indexes of a request, from the MACs over its ID number and its elements as they are compared. */
export const indexesOf = (macs: Versioned<Mac>, identity: Elements, body: Submission['body']): Indexes => ({
  ...identityIndexes(macs, identity),
  requests: ofEach(macs, (mac) =>
    blindIndex(mac, 'request', identity.name, identity.phone, body.offer, body.consent.notice),
  ),
})
