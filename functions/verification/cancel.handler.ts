import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { goods } from '../goods.ts'
import { closeOrderById } from '../payment/orders/close.ts'
import { serve } from '../serve.ts'
import { paymentProviders } from '../vendors/payment-channels.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { cancelRoute } from './cancel.route.ts'
import { cancel } from './cancel.ts'

const { alarm } = observer
const limits = deployed(vendorSettings).vendor
const provider = paymentProviders({ secret: keptSecret, env: optionalEnv, limits, clock, ids, alarm })
const deps = { table: tableNamed('TABLE'), queue, clock, goods, provider }
const closeUnpaid = (orderId: string) => closeOrderById(deps, orderId, 'cancelled_by_user')

const on = answering(bySession(deps))

export const handler = serve(
  on(cancelRoute, async (request, { accountId }) =>
    answered(200, await cancel({ ...deps, closeUnpaid }, accountId, request.params.id ?? '')),
  ),
)
