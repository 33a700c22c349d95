import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { byOperatorKey } from '../account/api-keys/operator-guards.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { serve } from '../serve.ts'
import { analyticsRoute } from './read.route.ts'
import { showAnalytics } from './reading/analytics-view.ts'
import { readAnalytics } from './reading/read-analytics.ts'

const deps = { table: tableNamed('TABLE'), clock }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperatorKey(operators))

export const handler = serve(
  on(analyticsRoute, async ({ query }) => answered(200, await readAnalytics(deps, query), showAnalytics)),
)
