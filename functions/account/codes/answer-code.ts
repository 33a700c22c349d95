import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Key, Update } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import { isLive, liveAt, type SessionClaim } from '../sessions/session-store.ts'
import type { AccountSettings } from '../settings.ts'
import { challengeConsumed, handedOnIn, isAnswered, tryCounted, tryRefusal } from './challenge-store.ts'
import type { PhoneHandedOn } from './sms-sender.ts'
import { textAnswered } from './text-answered-store.ts'

type CodeDeps = {
  table: Pick<Table, 'update'>
  keyRing: () => Promise<KeyRing>
  settings: Pick<AccountSettings, 'sms'>
}

/** The code of a session that was typed in, and who was given the number for its text. */
export type Answered = { session: Key; codeHash: string; handedOn: readonly PhoneHandedOn[] }

/**
 * Counts a try at the session's code, which the same update tells to be live, and compares it: the code was sent to that number. Refuses with
 * `unauthenticated`, and at `/smsCode` with `sms_code_wrong` and `sms_code_spent`. One table call.
 */
export const answerCode = async (
  deps: CodeDeps,
  caller: SessionClaim,
  { phone, smsCode }: { phone: string; smsCode: string },
  now: Millis,
): Promise<Outcome<Answered>> => {
  const { tries } = deps.settings.sms
  const ring = await deps.keyRing()
  const counted = await deps.table.update(tryCounted(caller.session, now, tries, [liveAt(now)]))
  if (counted.kind === 'conflict' && !isLive(counted.item, now)) return refused('unauthenticated')
  const { item } = counted
  if (counted.kind === 'conflict' || !isAnswered(ring, counted.item, phone, smsCode))
    return refusedField('/smsCode', tryRefusal(item, now, tries))
  return ok({
    session: caller.session,
    codeHash: String(counted.item.codeHash),
    handedOn: handedOnIn(counted.item, ''),
  })
}

/** The code is answered: it opens one thing. Belongs in the commit of that. Conflict `code_consumed`. */
export const codeAnswered = ({ session, codeHash, handedOn }: Answered, now: Millis): Update[] => [
  challengeConsumed(session, codeHash),
  ...textAnswered(handedOn, now),
]
