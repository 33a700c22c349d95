import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { byUser } from '../account/sessions/user-guards.ts'
import { goods } from '../goods.ts'
import { cancelOrder } from '../payment/orders/cancel-order.ts'
import { serve } from '../serve.ts'
import { paymentProviders } from '../vendors/payment-channels.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { cancelRoute } from './cancel.route.ts'
import { type CancelDeps, cancel } from './cancel.ts'

const { alarm } = observer
const limits = deployed(vendorSettings).vendor
const provider = paymentProviders({ secret: keptSecret, env: optionalEnv, limits, clock, ids, alarm })
const means = { table: tableNamed('TABLE'), queue, clock, goods, provider }
const deps: CancelDeps = { ...means, cancelOrder: (...of) => cancelOrder(means, ...of) }
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byUser(means, platformKeys))

export const handler = serve(
  on(cancelRoute, async (request, { accountId }) =>
    answered(200, await cancel(deps, accountId, request.params.id ?? '')),
  ),
)
