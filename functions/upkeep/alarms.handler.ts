import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { describeAlarms } from '../../shared/runtime/alarms.ts'
import { env } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { byOperatorKey } from '../account/api-keys/operator-guards.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { serve } from '../serve.ts'
import { showAlarms } from './alarms/alarms-view.ts'
import { listAlarms } from './alarms/list-alarms.ts'
import { alarmsRoute } from './alarms.route.ts'

const prefix = env('ALARM_PREFIX')
const deps = { describe: () => describeAlarms(prefix) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperatorKey(operators))

export const handler = serve(on(alarmsRoute, async () => answered(200, await listAlarms(deps), showAlarms)))
