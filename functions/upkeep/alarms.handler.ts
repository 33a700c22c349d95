import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { describeAlarms } from '../../shared/runtime/alarms.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { showAlarms } from './alarms/alarms-view.ts'
import { listAlarms } from './alarms/list-alarms.ts'
import { alarmsRoute } from './alarms.route.ts'

const prefix = env('ALARM_PREFIX')
const deps = { describe: () => describeAlarms(prefix) }
const operatorDeps = { table: tableNamed('TABLE'), clock, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(operatorDeps, operators))

export const handler = serve(
  on(alarmsRoute, async ({ query }) => answered(200, await listAlarms(deps, query), showAlarms)),
)
