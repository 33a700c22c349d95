import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Versioned } from '../../../shared/kernel/versioned.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { isLive } from '../../account/sessions/session-store.ts'
import { paymentKeys } from '../../payment/keys.ts'
import { keyReused, orderIdFor } from '../../payment/orders/order-opening.ts'
import { orderOf } from '../../payment/orders/order-store.ts'
import { numberedKinds } from '../../person/document.ts'
import type { IdNumberRules } from '../../person/id-number.ts'
import { verificationKeys } from '../keys.ts'
import { verificationOf } from '../verification-store.ts'
import { readIdentity } from './identity.ts'
import { indexesOf, type Submission, type Submitted } from './index-submission.ts'

type ReplayDeps = { table: Table; vault: Vault; clock: Clock }

/** The same key again: the same request answers the current state, another request is refused. */
export const answerReplay = async (
  deps: Pick<ReplayDeps, 'table'>,
  found: Item,
  requests: Versioned<string>,
): Promise<Outcome<Submitted>> => {
  const order = orderOf(found)
  if (!requests.some((one) => one === order.requestHash) || !order.verificationId) return keyReused
  const verification = await deps.table.get(verificationKeys.verification(order.accountId, order.verificationId))
  if (!verification) throw new Error('an order without its verification')
  return ok({ verification: verificationOf(verification), order })
}

/** Whoever may have been accepted under other settings. */
const ANYBODY: IdNumberRules = { birthYearFrom: 0, birthYearTo: 9999, minimumAge: 0, kinds: numberedKinds }

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
  return answerReplay(deps, known, indexesOf(await deps.vault.macs(typed.value.idNumber), typed.value, body).requests)
}
