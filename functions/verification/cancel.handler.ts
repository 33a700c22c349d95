import { answered } from '../../shared/http/answer.ts'
import { channelDeps } from '../order-channels.ts'
import { onOwnOrder } from '../own-order.ts'
import { cancelOrder } from '../payment/orders/cancel-order.ts'
import { serve } from '../serve.ts'
import { cancelRoute } from './cancel.route.ts'
import { type CancelDeps, cancel } from './cancel.ts'

const deps: CancelDeps = { ...channelDeps, cancelOrder: (...of) => cancelOrder(channelDeps, ...of) }

export const handler = serve(
  onOwnOrder(cancelRoute, async (request, { accountId }) =>
    answered(200, await cancel(deps, accountId, request.params.id ?? '')),
  ),
)
