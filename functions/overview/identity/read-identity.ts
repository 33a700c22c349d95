import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { levelOf } from '../../evidence/level.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { proofingKeys } from '../../proofing/keys.ts'
import type { OwnBindings, OwnIdentity } from './own-identity.ts'

export type IdentityDeps = {
  table: Pick<Table, 'get'>
  clock: Clock
  /** The businesses that an account is bound to. */
  bindingsOf: (accountId: string) => Promise<OwnBindings>
}

const nobody: OwnBindings = { bindings: [], businesses: new Map(), of: { epoch: 0, isHeld: false } }

/**
 * X6 where and how an account is verified: as whom, by what, how far, since when, and which businesses rely on that. Of one that has never
 * been here: nothing. Four reads.
 */
export const readIdentity = async (
  { table, clock, bindingsOf }: IdentityDeps,
  accountId: string | undefined,
): Promise<OwnIdentity> => {
  const now = clock.now()
  if (accountId === undefined) return { now, level: levelOf([], now), bindings: nobody }
  const [item, bindings] = await Promise.all([table.get(gateKeys.identity(accountId)), bindingsOf(accountId)])
  const identity = heldIdentity(item)
  const told = identity && (await table.get(proofingKeys.proofing(identity.verificationId)))
  return {
    now,
    identity,
    level: levelOf(identity?.proofs ?? [], now),
    bindings,
    proofing: told && identity.verificationId,
  }
}
