import type { Table } from '../../../shared/table/table.ts'
import type { Objection, Sold } from '../../payment/good.ts'
import { verificationKeys } from '../keys.ts'
import type { VerificationSettings } from '../settings.ts'
import { verificationOf } from '../verification-store.ts'
import { hasPersonRoom } from './person-store.ts'

export type ObjectionDeps = { table: Pick<Table, 'get'>; settings: Pick<VerificationSettings, 'checks'> }

/**
 * What stands against paying for a verification by now: `identity_unavailable`, the person was verified elsewhere since it was
 * submitted, which ends it. Undefined for nothing, and for whatever else is bought. Two reads.
 */
export const findObjection = async (
  { table, settings }: ObjectionDeps,
  { accountId, verificationId }: Sold,
): Promise<Objection | undefined> => {
  const found = verificationId && (await table.get(verificationKeys.verification(accountId, verificationId)))
  if (!found) return undefined
  const person = await table.get(verificationKeys.person(verificationOf(found).personIndex))
  if (hasPersonRoom(person, accountId, settings.checks.accountsPerPerson)) return undefined
  return { refusal: { code: 'identity_unavailable' }, ends: 'identity_in_use' }
}
