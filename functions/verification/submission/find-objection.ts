import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Objection, Sold } from '../../payment/good.ts'
import { verificationKeys } from '../keys.ts'
import type { VerificationSettings } from '../settings.ts'
import { verificationOf } from '../verification-store.ts'
import { hasPersonRoom } from './person-store.ts'

export type ObjectionDeps = {
  table: Pick<Table, 'get' | 'commit'>
  clock: Clock
  settings: Pick<VerificationSettings, 'checks'>
}

/**
 * What stands against paying for a verification by now: `identity_unavailable`, the person was verified elsewhere since it was
 * submitted, which ends it, and counts like the refusal of a submission. Undefined for nothing, and for whatever else is bought.
 * Two reads.
 */
export const findObjection = async (
  deps: ObjectionDeps,
  { accountId, verificationId }: Sold,
): Promise<Objection | undefined> => {
  const { table, settings } = deps
  const found = verificationId && (await table.get(verificationKeys.verification(accountId, verificationId)))
  if (!found) return undefined
  const person = await table.get(verificationKeys.person(verificationOf(found).personIndex))
  if (hasPersonRoom(person, accountId, settings.checks.accountsPerPerson)) return undefined
  // Rare, and no cold start of paying needs it.
  const { recordRefusal } = await import('./record-refusal.ts')
  await recordRefusal(deps, accountId)
  return { refusal: { code: 'identity_unavailable' }, ends: 'identity_in_use' }
}
