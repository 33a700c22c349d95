import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok, refused } from '../../shared/kernel/outcome.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { uploadsNamed } from '../../shared/runtime/objects.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession, bySessionClaim } from '../account/sessions/session-guards.ts'
import { serve } from '../serve.ts'
import { deleteMaterial } from './issuing/delete-material.ts'
import { findMaterial } from './issuing/find-material.ts'
import { openUpload } from './issuing/open-upload.ts'
import { showMaterial } from './material-view.ts'
import { materialSettings } from './settings.ts'
import { deleteMaterialRoute, materialRoute, openUploadRoute } from './upload.route.ts'

const table = tableNamed('TABLE')
const deps = { table, clock, ids, queue, uploads: uploadsNamed('BUCKET_INTAKE'), settings: deployed(materialSettings) }

const onClaim = answering(bySessionClaim)
const on = answering(bySession(deps))

export const handler = serve(
  onClaim(openUploadRoute, async ({ body }, caller) =>
    answered(201, await openUpload(deps, caller, body), ({ material, upload, mostBytes }) => ({
      material: showMaterial(material, clock.now()),
      upload: { ...upload, mostBytes },
    })),
  ),
  on(materialRoute, async ({ params: { id = '' } }, { accountId }) => {
    const found = await findMaterial(table, accountId, id)
    return found ? answered(200, ok(showMaterial(found, clock.now()))) : refused('not_found')
  }),
  on(deleteMaterialRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(204, await deleteMaterial(deps, accountId, id)),
  ),
)
