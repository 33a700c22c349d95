import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { isBecause } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { isLive, NO_SESSION, type SignedIn, sessionLives } from '../sessions/session-store.ts'
import type { ScanDecision, ScanStatus } from './scan.ts'
import { SCAN_OVER, scanConfirmed, scanKey, scanOf, scanRefused } from './scan-store.ts'

const written = { confirm: scanConfirmed, refuse: scanRefused }

/** In which a scan is after that decision. */
const after: Readonly<Record<ScanDecision, readonly ScanStatus[]>> = {
  confirm: ['confirmed', 'used'],
  refuse: ['refused'],
}

/** Whether the same person has decided the same before: the answer may have been lost. */
const isDecided = (item: Item | undefined, accountId: string, decision: ScanDecision, now: Millis): boolean => {
  if (!isLive(item, now)) return false
  const { account, status, purpose } = scanOf(item)
  return purpose === 'sign_in' && account === accountId && after[decision].includes(status)
}

/**
 * Lets the desktop that shows a code in to the caller's account, or refuses it, once and for good: of many who decide at once one does.
 * Whoever repeats what they decided is told so again. Refuses with `scan_over`, also after the other decision or another's. One database call.
 */
export const decideScan = async (
  { table, clock }: { table: Table; clock: Clock },
  caller: SignedIn,
  { code, decision }: { code: string; decision: ScanDecision },
): Promise<Outcome<{ decision: ScanDecision }>> => {
  const now = clock.now()
  const decided = await table.commit([written[decision](scanKey(code), caller, now), sessionLives(caller.session, now)])
  if (decided.kind === 'committed') return ok({ decision })
  if (isBecause(decided.conflicts, NO_SESSION)) return refused('unauthenticated')
  const [over] = decided.conflicts.filter(({ because }) => because === SCAN_OVER)
  return isDecided(over?.item, caller.accountId, decision, now) ? ok({ decision }) : refused('scan_over')
}
