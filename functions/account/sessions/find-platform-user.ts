import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { ownerIn } from '../account-store.ts'
import { type Platform, platformOf } from '../api-keys/platform-guards.ts'
import type { PlatformKey } from '../api-keys/platform-key.ts'
import { accountKeys } from '../keys.ts'

/** The platform's backend on behalf of a user whom it names. `accountId` is undefined for somebody we have never seen. */
export type PlatformFor = Platform & { externalId: string; accountId: string | undefined }

/** Whom the platform asks for, if that is its key. One read. Refuses with `unauthenticated`, and with `invalid_external_id` where it names nobody. */
export const findPlatformUser = async (
  table: Table,
  platformKeys: () => Promise<readonly PlatformKey[]>,
  { bearer, externalId }: { bearer: string; externalId: string | undefined },
): Promise<Outcome<PlatformFor>> => {
  const platform = await platformOf(bearer, platformKeys)
  if (!platform.ok) return platform
  if (externalId === undefined) return refusedField('/externalId', 'invalid_external_id')
  return ok({ ...platform.value, externalId, accountId: ownerIn(await table.get(accountKeys.external(externalId))) })
}
