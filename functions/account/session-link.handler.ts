import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { byPlatformKey } from './api-keys/platform-guards.ts'
import { platformKeysIn } from './api-keys/platform-secret.ts'
import { createSessionLink } from './links/create-session-link.ts'
import { sessionLinkSettings } from './links/settings.ts'
import { sessionLinkRoute } from './session-link.route.ts'

const settings = deployed(sessionLinkSettings)
const deps = { table: tableNamed('TABLE'), clock, ids, settings, publicUrl: env('PUBLIC_URL') }

const on = answering(byPlatformKey(keptSecret('SECRET_PLATFORM', platformKeysIn)))

export const handler = serve(
  on(sessionLinkRoute, async ({ body }) =>
    answered(201, await createSessionLink(deps, body), ({ url, expiresAt }) => ({
      url,
      expiresAt: rfc3339(expiresAt),
    })),
  ),
)
