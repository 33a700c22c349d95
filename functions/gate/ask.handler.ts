import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { byUserClaim } from '../account/sessions/user-guards.ts'
import { serve } from '../serve.ts'
import { answerTellingEnforcement } from './answer-telling-enforcement.ts'
import { gateRoute } from './ask.route.ts'
import { askGate } from './ask-gate.ts'
import { gateSettings } from './settings.ts'

const settings = deployed(gateSettings)
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)
const deps = { table: tableNamed('TABLE'), clock, settings, publicUrl: env('PUBLIC_URL'), count: observer.count }

const on = answering(byUserClaim(deps, platformKeys))

export const handler = serve(
  on(gateRoute, ({ params }, caller) =>
    answerTellingEnforcement(async (tellEnforcement) =>
      answered(200, await askGate({ ...deps, tellEnforcement }, { feature: params.feature ?? '', caller })),
    ),
  ),
)
