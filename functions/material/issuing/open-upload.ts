import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Upload, Uploads } from '../../../shared/objects/binary.ts'
import type { Table } from '../../../shared/table/table.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { NO_SESSION, type SessionClaim, sessionLives } from '../../account/sessions/session-store.ts'
import { uploadName } from '../file-names.ts'
import type { Material, MaterialKind } from '../material.ts'
import { materialAwaited } from '../material-store.ts'
import type { PictureType } from '../picture/picture.ts'
import type { MaterialSettings } from '../settings.ts'

export type OpenUploadDeps = {
  table: Pick<Table, 'commit'>
  uploads: Uploads
  clock: Clock
  ids: Ids
  settings: MaterialSettings
}

/** What is uploaded, and where it goes. */
export type OpenedUpload = { material: Material; upload: Upload; mostBytes: number }

/** Fewer bytes are no picture. */
const LEAST_BYTES = 1

/**
 * Lets an account upload one picture of a kind, as that type and within `materials.uploadMs`. It counts when it is let, whether or not
 * anything comes. A banned account is let, too: a case of before may ask for a picture. Refuses with `unauthenticated` and `too_often`. One
 * table call.
 */
export const openUpload = async (
  deps: OpenUploadDeps,
  caller: SessionClaim,
  { kind, type }: { kind: MaterialKind; type: PictureType },
): Promise<Outcome<OpenedUpload>> => {
  const { perDay, uploadMs, mostBytes } = deps.settings.materials
  const accountId = caller.claimedId
  const now = deps.clock.now()
  const id = deps.ids.id()
  const until = now + uploadMs
  const material: Material = { id, accountId, kind, type, status: 'awaiting', createdAt: now, until }
  const committed = await deps.table.commit([
    sessionLives(caller.session, now),
    counted({ subject: `MATERIALS#${accountId}`, window: dayOf(now), limit: perDay }),
    materialAwaited(material),
  ])
  if (committed.kind === 'conflict') {
    const because = new Map(committed.conflicts.map((one) => [one.because, one.item]))
    if (because.has('limited')) return tooOften(because.get('limited'))
    return refused(because.has(NO_SESSION) ? 'unauthenticated' : 'contended')
  }
  const upload = await deps.uploads.allow({ name: uploadName(id), type, leastBytes: LEAST_BYTES, mostBytes, until })
  return ok({ material, upload, mostBytes })
}
