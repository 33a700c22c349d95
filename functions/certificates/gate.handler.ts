import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { byUserClaimOrPlatform } from '../account/sessions/user-guards.ts'
import { serve } from '../serve.ts'
import { askApp } from './gate/ask-app.ts'
import { askCertifiedRoute } from './gate.route.ts'

const deps = { table: tableNamed('TABLE'), clock }

const on = answering(byUserClaimOrPlatform(keptSecret('SECRET_PLATFORM', platformKeysIn)))

export const handler = serve(
  on(askCertifiedRoute, async ({ query: { appId } }, caller) => answered(200, await askApp(deps, { appId, caller }))),
)
