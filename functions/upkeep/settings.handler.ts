import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { serve } from '../serve.ts'
// The one function that is about every setting.
import { settings, settingsOf, settingTexts } from '../settings.ts'
import { settingsInForce } from './in-force/setting-in-force.ts'
import { showSettings } from './in-force/settings-view.ts'
import { settingsRoute } from './settings.route.ts'

const stage = env('STAGE')
const values = settingsOf(stage, optionalEnv('SETTINGS'))
const secrets = env('NAMES_OF_SECRETS')
const operatorDeps = { table: tableNamed('TABLE'), clock, settings: values }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(operatorDeps, operators))

export const handler = serve(
  on(settingsRoute, async () =>
    ok({
      status: 200,
      body: showSettings(settingsInForce(settings, settingTexts, values, stage === 'sandbox'), secrets),
    }),
  ),
)
