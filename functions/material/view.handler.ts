import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { materialVault } from '../../shared/runtime/material-vault.ts'
import { filesNamed } from '../../shared/runtime/objects.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { openPicture } from './reading/open-picture.ts'
import { materialSettings } from './settings.ts'
import { viewPictureRoute } from './view.route.ts'

const settings = deployed(operatorSettings, materialSettings)
const deps = {
  table: tableNamed('TABLE'),
  files: filesNamed('BUCKET_MATERIALS'),
  vault: materialVault,
  clock,
  ids,
  settings,
}

const on = answering(byOperator(deps, keptSecret('SECRET_PLATFORM', operatorKeysIn)))

export const handler = serve(
  on(viewPictureRoute, async ({ params: { id = '' }, body }, by) =>
    answered(200, await openPicture(deps, by, { id, ...body }), ({ material, type, bytes }) => ({
      ...{ id: material.id, kind: material.kind, type, data: Buffer.from(bytes).toString('base64') },
    })),
  ),
)
