import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { materialVault } from '../../shared/runtime/material-vault.ts'
import { filesNamed } from '../../shared/runtime/objects.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { serve } from '../serve.ts'
import { openIcon } from './apps/open-icon.ts'
import { getAppIconRoute } from './icon.route.ts'

const deps = { table: tableNamed('TABLE'), files: filesNamed('BUCKET_MATERIALS'), vault: materialVault, clock }

const on = answering(bySession(deps))

export const handler = serve(
  on(getAppIconRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(200, await openIcon(deps, accountId, id), (bytes) => ({
      ...{ type: 'image/jpeg', data: Buffer.from(bytes).toString('base64') },
    })),
  ),
)
