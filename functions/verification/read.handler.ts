import { answered } from '../../shared/http/answer.ts'
import { on, serve } from '../../shared/http/endpoint.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { signedIn } from '../account/sessions/session.ts'
import { askGate } from '../gate/ask-gate.ts'
import { settingsOf } from '../settings.ts'
import { gateRoute, getRoute, listRoute } from './read.route.ts'
import { listVerifications, readVerification } from './read.ts'

const settings = settingsOf(env('STAGE'), optionalEnv('SETTINGS'))
const platformKeys = vendorSecret('SECRET_PLATFORM', platformKeysIn)
const deps = { table: tableNamed('TABLE'), clock, settings, publicUrl: env('PUBLIC_URL'), platformKeys }

export const handler = serve(
  observer,
  on(getRoute, ({ bearer, params }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(200, await readVerification(deps, accountId, params.id ?? '')),
    ),
  ),
  on(listRoute, ({ bearer, query }) =>
    signedIn(deps, bearer, async ({ accountId }) => answered(200, await listVerifications(deps, accountId, query))),
  ),
  on(gateRoute, async ({ bearer, params, query }) =>
    answered(200, await askGate(deps, { feature: params.feature ?? '', bearer, externalId: query.externalId })),
  ),
)
