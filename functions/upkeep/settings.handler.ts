import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { env, optionalEnv } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { byOperatorKey } from '../account/api-keys/operator-guards.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { serve } from '../serve.ts'
// The one function that is about every setting.
import { settings, settingsOf, settingTexts } from '../settings.ts'
import { settingsInForce } from './in-force/setting-in-force.ts'
import { showSettings } from './in-force/settings-view.ts'
import { settingsRoute } from './settings.route.ts'

const stage = env('STAGE')
const values = settingsOf(stage, optionalEnv('SETTINGS'))
const secrets = env('NAMES_OF_SECRETS')
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperatorKey(operators))

export const handler = serve(
  on(settingsRoute, async () =>
    ok({
      status: 200,
      body: showSettings(settingsInForce(settings, settingTexts, values, stage === 'sandbox'), secrets),
    }),
  ),
)
