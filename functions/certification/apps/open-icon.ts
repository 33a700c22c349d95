import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { BinaryObjects } from '../../../shared/objects/binary.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { materialKeys } from '../../material/keys.ts'
import { statusAt } from '../../material/material.ts'
import { materialOf } from '../../material/material-store.ts'
import { openBytes } from '../../material/reading/open-bytes.ts'
import { findOwnApp } from './find-app.ts'

export type OpenIconDeps = {
  table: Pick<Table, 'get'>
  files: Pick<BinaryObjects, 'get'>
  vault: Pick<Vault, 'openDataKey'>
  clock: Clock
}

/**
 * The icon of an app, a JPEG, for its administrator: what shows an app and no person, so that nobody says why. Nothing else that was uploaded is
 * opened by it. Refuses with `not_found`, also where there is no icon. Two table calls, one to KMS and one to S3.
 */
export const openIcon = async (deps: OpenIconDeps, accountId: string, id: string): Promise<Outcome<Uint8Array>> => {
  const app = await findOwnApp(deps.table, accountId, id)
  const item = app?.icon === undefined ? undefined : await deps.table.get(materialKeys.material(app.icon))
  if (!item) return refused('not_found')
  const of = materialOf(item)
  const isIcon = of.kind === 'app_icon' && of.usedBy === id && statusAt(of, deps.clock.now()) === 'stored'
  const bytes = isIcon ? await openBytes({ files: deps.files, pictures: deps.vault }, of) : undefined
  return bytes ? ok(bytes) : refused('not_found')
}
