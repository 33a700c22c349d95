import { ofName } from '../../../shared/kernel/settings.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Write } from '../../../shared/table/write.ts'
import { endEvent, type LevelTelling } from '../../evidence/announced-store.ts'
import { type Evidence, isValid } from '../../evidence/evidence.ts'
import { evidenceOf } from '../../evidence/evidence-store.ts'
import { evidenceKeys } from '../../evidence/keys.ts'
import { levelLetters } from '../../evidence/letter-store.ts'
import { evidenceHeld, type HeldIdentity, heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { vendorCharged } from '../../payment/ledger/ledger.ts'
import { bookedAt } from '../../payment/ledger/ledger-store.ts'
import { checkEnded, type Look } from '../check/check-store.ts'
import type { CheckDeps } from '../check/read-work.ts'
import { type Decided, handedOn } from '../check/verdict-store.ts'
import { verificationKeys } from '../keys.ts'
import { spendReturned } from '../vendors/spend-store.ts'
import { letterOnEnd } from './letter.ts'

/** The evidence a look is about, and whose identity it is, as they are now. */
type Looked = { held: HeldIdentity; evidence: Evidence }

/** What is looked at; undefined once it was proven anew, ended or is of another identity. */
const readSubject = async ({ table }: CheckDeps, look: Look, now: Millis): Promise<Looked | undefined> => {
  const { accountId, verificationId, provenAt } = look
  const [identity, item] = await table.getMany([
    gateKeys.identity(accountId),
    evidenceKeys.evidence(accountId, 'carrier'),
  ])
  const held = heldIdentity(identity)
  const evidence = item && evidenceOf(item)
  const isSame = evidence?.check === verificationId && evidence.at === provenAt && isValid(evidence, now)
  return held && evidence && isSame ? { held, evidence } : undefined
}

/** X3 a number that is somebody else's by now proves nothing more; one that is not is as good as proven today; anything else changes nothing. */
const followed = (deps: CheckDeps, { decision }: Decided<Look>, { held, evidence }: Looked, now: Millis): Write[] => {
  const { lookAt: _before, looks: _begun, ...same } = evidence
  if (decision.status === 'verified')
    return evidenceHeld(
      held,
      { ...same, at: now, lookAt: now + deps.settings.recheck.afterMs },
      { now, letter: levelLetters(deps, evidence.accountId, now) },
    )
  if (decision.status !== 'mismatch') return []
  const ended = { ...same, validUntil: now, ended: 'number_recycled' } as const
  const letter: LevelTelling['letter'] = (change) => [
    deps.told(evidence.accountId, letterOnEnd(ended, change, deps.publicUrl), now),
  ]
  return evidenceHeld(held, ended, { now, events: [endEvent(ended)], letter })
}

/** What the vendor charges for a look, where it does: no order paid for it. */
const charged = ({ settings }: CheckDeps, { check, call }: Decided<Look>): Write[] => {
  if (call?.billed !== 'yes') return []
  const cost = ofName(settings.recheck.cost, call.vendor) ?? 0
  const transaction = vendorCharged({ vendor: call.vendor, outTradeNo: check.look, cost, at: call.calledAt })
  return [bookedAt(verificationKeys.charged(check.accountId, transaction.id), '', transaction)]
}

/** Everything that a look means, as one commit. Of evidence that was proven anew meanwhile it means nothing. */
export const settleLook = async (deps: CheckDeps, decided: Decided<Look>): Promise<string> => {
  const now = deps.clock.now()
  const { check, call, decision } = decided
  const looked = await readSubject(deps, check, now)
  const committed = await deps.table.commit([
    checkEnded(check, call?.vendorCode === undefined ? 'unanswered' : 'answered', now, call),
    ...charged(deps, decided),
    ...handedOn(check, decided.outcome),
    ...(call?.billed === 'no' && check.spent ? [spendReturned(check.spent)] : []),
    ...(looked ? followed(deps, decided, looked, now) : []),
  ])
  if (committed.kind === 'committed') return `look_${decision.status}`
  const why = new Set(committed.conflicts.map(({ because }) => because))
  if (why.has('claim_lost')) return 'claim_lost'
  if (why.has('evidence_moved')) return settleLook(deps, decided)
  throw new Error('a look does not fit the state of its evidence')
}
