import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { isLive, type SessionClaim } from '../../account/sessions/session-store.ts'
import type { Offer } from '../../payment/good.ts'
import { paymentKeys } from '../../payment/keys.ts'
import type { Order } from '../../payment/orders/order.ts'
import { keyReused, orderIdFor } from '../../payment/orders/order-opening.ts'
import { orderOf } from '../../payment/orders/order-store.ts'
import type { IdNumberRules } from '../../person/id-number.ts'
import type { Elements } from '../check/checker.ts'
import { verificationKeys } from '../keys.ts'
import type { Verification } from '../verification.ts'
import { verificationOf } from '../verification-store.ts'
import { readIdentity } from './identity.ts'

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

export type Submitted = { verification: Verification; order: Order }

/** What one KMS MAC over the ID number gives: all equality this service ever needs, and the fingerprint of the request. */
export type Indexes = { person: string; resubmission: string; request: string }

/** The indexes of a request, from the MAC over its ID number and its elements as they are compared. */
export const indexesOf = (mac: Uint8Array, identity: Elements, body: Submission['body']): Indexes => ({
  person: blindIndex(mac, 'person'),
  resubmission: blindIndex(mac, 'resubmission', identity.name, identity.phone),
  request: blindIndex(mac, 'request', identity.name, identity.phone, body.offer, body.consent.notice),
})

type ReplayDeps = { table: Table; vault: Vault; clock: Clock }

/** The same key again: the same request answers the current state, another request is refused. */
export const answerReplay = async (
  deps: Pick<ReplayDeps, 'table'>,
  found: Item,
  requestHash: string,
): Promise<Outcome<Submitted>> => {
  const order = orderOf(found)
  if (order.requestHash !== requestHash || !order.verificationId) return keyReused
  const verification = await deps.table.get(verificationKeys.verification(order.accountId, order.verificationId))
  if (!verification) throw new Error('an order without its verification')
  return ok({ verification: verificationOf(verification), order })
}

/** Whoever may have been accepted under other settings. */
const ANYBODY: IdNumberRules = { birthYearFrom: 0, birthYearTo: 9999, minimumAge: 0 }

/**
 * A request that was accepted before answers what was, whatever would refuse it now: another notice, another age, a code that is
 * consumed. Asked only of what is refused, so that it costs an accepted request nothing; undefined for no replay.
 */
export const findReplay = async (
  deps: ReplayDeps,
  { caller, idempotencyKey, body }: Submission,
): Promise<Outcome<Submitted> | undefined> => {
  const now = deps.clock.now()
  const typed = readIdentity(body, ANYBODY, now)
  if (!typed.ok) return undefined
  const key = paymentKeys.order(orderIdFor(caller.claimedId, idempotencyKey))
  const [session, known] = await deps.table.getMany([caller.session, key])
  if (!known || !isLive(session, now)) return undefined
  return answerReplay(deps, known, indexesOf(await deps.vault.mac(typed.value.idNumber), typed.value, body).request)
}
