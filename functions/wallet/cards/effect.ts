import type { OwedEffect } from '../../verification/owed/owed-effect.ts'
import { refusalOf } from '../../verification/owed/refusal.ts'
import { cardChecked } from './card-store.ts'

/** X2 what the check of a bank card means for the card. */
export const cardEffect: OwedEffect = {
  decided({ id: verificationId, accountId, subject: index }, decision, said, { now, retryAt, since }) {
    const end = decision.status === 'verified' ? { since } : { reason: refusalOf(decision, said), retryAt }
    return cardChecked({ accountId, index, verificationId }, end, now)
  },
}
