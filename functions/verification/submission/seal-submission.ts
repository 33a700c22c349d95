import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { indexLastFour } from '../../account/numbers/index-last-four.ts'
import type { Notice } from '../../consent/consent.ts'
import { newOrder } from '../../payment/orders/order.ts'
import { orderIdFor } from '../../payment/orders/order-opening.ts'
import { maskIdNumber, maskName, maskPhone } from '../../person/masking.ts'
import { indexProvenPhone } from '../../proofing/index-proven-phone.ts'
import { verificationGood } from '../good.ts'
import { SUBMITTED } from '../methods.ts'
import { sealElements } from '../owed/seal-elements.ts'
import type { Verification } from '../verification.ts'
import { agreed } from './given-consent-store.ts'
import type { Identity } from './identity.ts'
import { indexedAs } from './index-person.ts'
import { indexSegment } from './index-segment.ts'
import type { Indexes, Submission, Submitted } from './index-submission.ts'

type SealDeps = {
  vault: Vault
  clock: Clock
  ids: Ids
  vendors: Parameters<typeof agreed>[3]
  settings: Parameters<typeof newOrder>[3]
}

/** A submission against which nothing speaks but what others hold. */
export type Accepted = { submission: Submission; identity: Identity; indexes: Indexes; notice: Notice }

/** Verification and order of a submission, with what was typed sealed under a data key of its own. Three KMS calls. */
export const sealSubmission = async (
  deps: SealDeps,
  { submission, identity, indexes, notice }: Accepted,
): Promise<Submitted> => {
  const { body, caller } = submission
  const accountId = caller.claimedId
  const now = deps.clock.now()
  const id = deps.ids.id()
  const orderId = orderIdFor(accountId, submission.idempotencyKey)
  const opening = { id: orderId, accountId, requestHash: indexes.requests[0] }
  const wanted = { kind: 'verification', offer: body.offer, verificationId: id, method: SUBMITTED } as const
  const order = newOrder(opening, verificationGood, wanted, deps.settings, now)
  const { name, idNumber, phone } = identity
  const { sealed } = await sealElements(deps.vault, { account: accountId, verification: id }, { name, idNumber, phone })
  const verification: Verification = {
    id,
    accountId,
    orderId,
    method: SUBMITTED,
    offer: body.offer,
    status: 'awaiting_payment',
    createdAt: now,
    consent: agreed(notice, submission.language, now, deps.vendors),
    maskedName: maskName(name),
    maskedIdNumber: maskIdNumber(idNumber),
    maskedPhone: maskPhone(phone),
    sealed,
    ...indexedAs(indexes),
    segmentIndex: await indexSegment(deps.vault, phone),
    lastFourIndex: await indexLastFour(deps.vault, accountId, idNumber),
    provenPhoneIndex: await indexProvenPhone(deps.vault, accountId, phone),
  }
  return { verification, order }
}
