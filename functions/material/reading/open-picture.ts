import type { Ids } from '../../../shared/kernel/ids.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { BinaryObjects } from '../../../shared/objects/binary.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import type { RevealReason } from '../../audit/reading.ts'
import { materialKeys } from '../keys.ts'
import { type Material, statusAt } from '../material.ts'
import { materialOf } from '../material-store.ts'
import type { MaterialSettings } from '../settings.ts'
import { openBytes } from './open-bytes.ts'

export type OpenPictureDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'commit' | 'update'>
  files: Pick<BinaryObjects, 'get'>
  vault: Pick<Vault, 'openDataKey'>
  clock: Clock
  ids: Ids
  settings: MaterialSettings
}

/** A picture as a person sees it. */
export type OpenedPicture = { material: Material; type: 'image/jpeg'; bytes: Uint8Array }

/** Whose it is, which and why; never anything of the picture. */
const recordOf = (deps: OpenPictureDeps, by: Operator, of: Material, reason: RevealReason, words = '') => ({
  id: deps.ids.id(),
  subject: deedSubjects.account(of.accountId),
  at: deps.clock.now(),
  by: doers.operator(by),
  action: 'identity_read' as const,
  detail: of.id,
  purpose: reason,
  fields: 'picture',
  reason: words,
})

/**
 * P11 one picture, for an operator who says why. Who, which and why is on record before anything is opened; so often a day. Refuses
 * with `not_found`, `material_gone` and `too_often`. Five table calls, one to KMS and one to S3.
 */
export const openPicture = async (
  deps: OpenPictureDeps,
  by: Operator,
  { id, reason, words }: { id: string; reason: RevealReason; words?: string },
): Promise<Outcome<OpenedPicture>> => {
  const item = isId(id) ? await deps.table.get(materialKeys.material(id)) : undefined
  const of = item && materialOf(item)
  if (!of) return refused('not_found')
  const now = deps.clock.now()
  if (statusAt(of, now) !== 'stored') return refused('material_gone')
  const limit = deps.settings.materials.viewsPerDay
  const once = await deps.table.update(counted({ subject: `VIEWS#${by.operatorId}`, window: dayOf(now), limit }))
  if (once.kind === 'conflict') return tooOften(once.item)
  await commitDeed(deps, recordOf(deps, by, of, reason, words), [])
  const bytes = await openBytes({ files: deps.files, pictures: deps.vault }, of)
  return bytes ? ok({ material: of, type: 'image/jpeg', bytes }) : refused('material_gone')
}
