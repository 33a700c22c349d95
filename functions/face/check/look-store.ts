import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { levelLetters } from '../../evidence/letter-store.ts'
import { evidenceHeld, type HeldIdentity } from '../../gate/identity-store.ts'
import { vendorCharged } from '../../payment/ledger/ledger.ts'
import { bookedAt } from '../../payment/ledger/ledger-store.ts'
import { methods } from '../../verification/methods.ts'
import { spendAdded, spendReturned } from '../../verification/vendors/spend-store.ts'
import { faceKeys } from '../keys.ts'
import { beginningUncounted, openFreed } from '../opening/opened-store.ts'
import type { FaceSettings } from '../settings.ts'
import { costAt, deskOf } from '../vendors/desk.ts'
import type { Look } from '../vendors/vendor.ts'
import { faceCounted } from './counted-store.ts'
import { type AfterLook, type FaceCheck, faceCheckTransitions, newlyCharged, type OpenedCheck } from './face-check.ts'
import { faceCheckEnded, faceCheckLooked, faceCheckNotBegun } from './face-check-store.ts'

/** Nobody is opening it any more. It counts nowhere, and nothing can be charged. */
export const neverBegun = (check: FaceCheck, now: Millis): Write[] => [
  faceCheckNotBegun(check, 'vendor_unavailable', undefined, now),
  faceCounted(check, 'undetermined', 'vendor_unavailable', now),
  openFreed(check.accountId, check.id),
  ...beginningUncounted(check, check.openedAt),
  ...(check.spent ? [spendReturned(check.spent)] : []),
]

/** Each attempt that is charged is a cost of its own; a token may have many. */
const charges = (check: OpenedCheck, count: number, settings: Pick<FaceSettings, 'face'>, now: Millis): Write[] => {
  const desk = deskOf(check.vendor)
  const cost = costAt(settings.face, desk)
  return Array.from({ length: count }, (_none, at) => {
    const nth = check.charged + at + 1
    const charge = vendorCharged({ vendor: desk.name, outTradeNo: `${check.id}:${nth}`, cost, at: now })
    return bookedAt(faceKeys.charge(check.accountId, check.id, nth), '', charge)
  })
}

/** The first attempt was booked into the day's sum when the check was opened; what is charged beyond it comes on top. */
const spendCorrected = (check: OpenedCheck, count: number, isOver: boolean): Write[] => {
  const { spent, charged } = check
  if (!spent) return []
  const more = Math.max(0, charged + count - 1) - Math.max(0, charged - 1)
  if (more > 0) return [spendAdded(spent, more * spent.cost)]
  return isOver && charged + count === 0 ? [spendReturned(spent)] : []
}

/** What writing down an answer takes beside it: what faces cost and prove, and how an account is told something. */
export type LookContext = { settings: Pick<FaceSettings, 'face'>; told: Told; publicUrl: string }

/** What a confirmation proves of the person whom the account is verified as; the level that comes to is told. */
const proven = (
  { accountId, id: check }: OpenedCheck,
  held: HeldIdentity,
  context: LookContext,
  now: Millis,
): Write[] => {
  const { face } = context.settings
  const evidence: Evidence = {
    accountId,
    ...methods.face.proves,
    at: now,
    validUntil: now + face.validMs,
    check,
  }
  return evidenceHeld(held, evidence, { now, letter: levelLetters(context, accountId, now) })
}

/**
 * Everything an answer means, as one commit: the check, what the vendor charged, at its end that the account may begin another, and where
 * it is confirmed the evidence. `held`: the identity as it was read, that of the person the check is about.
 */
export const lookWrites = (
  check: OpenedCheck,
  { look, after, held }: { look: Look; after: AfterLook; held: HeldIdentity | undefined },
  context: LookContext,
  now: Millis,
): Write[] => {
  const { settings } = context
  const count = newlyCharged(check, look)
  const known = { charged: check.charged + count, vendorCode: look.vendorCode }
  const isCertain = look.kind !== 'unknown' && look.charged !== 'unknown'
  const money = [
    ...charges(check, count, settings, now),
    ...spendCorrected(check, count, after.on !== 'looked' && isCertain),
  ]
  if (after.on === 'looked') return [faceCheckLooked(check, { ...known, lastTry: after.lastTry }, now), ...money]
  const reason = 'reason' in after ? after.reason : undefined
  return [
    faceCheckEnded(check, after.on, { ...known, reason }, now),
    faceCounted(check, target(faceCheckTransitions, after.on), reason, now),
    openFreed(check.accountId, check.id),
    ...money,
    ...(after.on === 'confirmed' && held ? proven(check, held, context, now) : []),
  ]
}
