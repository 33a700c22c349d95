import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { paymentProviders } from '../vendors/payment-channels.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { refundActionRoute, refundsRoute } from './operator-refunds.route.ts'
import { notifyUrlAt } from './paying/notify-url.ts'
import { actOnRefund } from './refunds/act-on-refund.ts'
import { readRefunds } from './refunds/read-refunds.ts'
import { showRefund, showRefunds } from './refunds/refund-view.ts'
import { paymentSettings } from './settings.ts'

const { alarm } = observer
const settings = deployed(paymentSettings, vendorSettings)
const provider = paymentProviders({ secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock, ids, alarm })
const notifyUrl = notifyUrlAt(env('PUBLIC_URL'))
const deps = { table: tableNamed('TABLE'), queue, clock, ids, settings, provider, notifyUrl, alarm }
const operatorDeps = { ...deps, clock, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(operatorDeps, operators))

export const handler = serve(
  on(refundsRoute, async ({ query }) => answered(200, await readRefunds(deps, query), showRefunds)),
  on(refundActionRoute, async ({ body, params: { orderId = '', name = '' } }, by) =>
    answered(200, await actOnRefund(deps, by, { orderId, name, ...body }), showRefund),
  ),
)
