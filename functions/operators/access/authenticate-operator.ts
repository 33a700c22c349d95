import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Key } from '../../../shared/table/write.ts'
import { operatorKeys } from '../keys.ts'
import type { Person } from '../operator.ts'
import { keptPersonOf, personOf } from '../operator-store.ts'
import type { OperatorSettings } from '../settings.ts'
import { isOver, type OperatorSession, renewedUntil } from './session.ts'
import { operatorClaimOf, operatorSessionOf, operatorSessionRenewed } from './session-store.ts'

export type AuthenticateDeps = {
  table: Pick<Table, 'getMany' | 'update'>
  clock: Clock
  settings: { operators: Pick<OperatorSettings['operators'], 'idleMs'> }
}

/** A person who is signed in, and in which session. */
export type SignedInOperator = { person: Person; session: OperatorSession & { key: Key } }

/**
 * Who a token of a session is of, or `unauthenticated`: also where the session is over, or its person was disabled, reset or given
 * another role since it began. One read; and a write, at most every five minutes, that renews it.
 */
export const authenticateOperator = async (
  deps: AuthenticateDeps,
  token: string | undefined,
): Promise<Outcome<SignedInOperator>> => {
  const claim = operatorClaimOf(token)
  if (!claim) return refused('unauthenticated')
  const [item, sessionItem] = await deps.table.getMany([operatorKeys.person(claim.name), claim.session])
  const kept = keptPersonOf(item)
  const session = operatorSessionOf(sessionItem)
  const now = deps.clock.now()
  if (!kept || !session || kept.status !== 'active' || session.epoch !== kept.epoch || isOver(session, now))
    return refused('unauthenticated')
  const idleUntil = renewedUntil(session, now, deps.settings.operators.idleMs)
  if (idleUntil !== undefined) {
    const renewed = await deps.table.update(operatorSessionRenewed(claim.session, idleUntil, now))
    if (renewed.kind === 'conflict') return refused('unauthenticated')
  }
  return ok({
    person: personOf(kept),
    session: { ...session, idleUntil: idleUntil ?? session.idleUntil, key: claim.session },
  })
}
