import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { analyticsRoute, ordersOfDaysRoute } from './read.route.ts'
import { showAnalytics } from './reading/analytics-view.ts'
import { listOrdersOfDays } from './reading/list-orders-of-days.ts'
import { showOrdersOfDays } from './reading/orders-view.ts'
import { readAnalytics } from './reading/read-analytics.ts'

const deps = { table: tableNamed('TABLE'), clock }
const operatorDeps = { ...deps, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(operatorDeps, operators))

export const handler = serve(
  on(analyticsRoute, async ({ query }) => answered(200, await readAnalytics(deps, query), showAnalytics)),
  on(ordersOfDaysRoute, async ({ query }) => answered(200, await listOrdersOfDays(deps, query), showOrdersOfDays)),
)
