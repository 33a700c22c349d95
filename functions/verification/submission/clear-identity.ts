import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { toldOtherwise } from '../../evidence/announced-store.ts'
import type { ClearingEffect } from '../../gate/clearing-effect.ts'
import { heldIdentity, identityCleared } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { clearingEvent } from '../announced-store.ts'
import { verificationKeys } from '../keys.ts'
import { accountsIn, personLeft } from './person-entry-store.ts'

/**
 * P11 the account is nobody from now on: its identity, all that is proven of it, what ends with it (`effects`) and the person's place go in one commit, so that
 * the person can be verified elsewhere. `since`: when it became that person (epoch ms); nothing is written of one that is nobody by now, or somebody else.
 * Refuses with `contended` where the person is just being brought from one version of the key to another. Two calls, and those of the effects.
 */
export const clearIdentity = async (
  { table, effects }: { table: Pick<Table, 'get' | 'query'>; effects: readonly ClearingEffect[] },
  { accountId, since }: { accountId: string; since: Millis },
  now: Millis,
): Promise<Outcome<readonly Write[]>> => {
  const held = heldIdentity(await table.get(gateKeys.identity(accountId)))
  if (held?.verifiedAt !== since) return ok([])
  const entry = await table.get(verificationKeys.person(held.personIndex))
  if (!entry || !accountsIn(entry).includes(accountId)) return refused('contended')
  const ended = await Promise.all(effects.map((effect) => effect.plan(table, accountId, now)))
  return ok([
    // Whoever has it cleared tells that in a letter of their own.
    ...identityCleared(accountId, held, {
      now,
      events: [clearingEvent(accountId, held.verificationId)],
      letter: toldOtherwise,
    }),
    ...personLeft(entry, accountId, now),
    ...ended.flat(),
  ])
}
