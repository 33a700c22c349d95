import { answered } from '../../shared/http/answer.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { channelDeps } from '../order-channels.ts'
import { onOwnOrder } from '../own-order.ts'
import { serve } from '../serve.ts'
import { cancelOrderRoute } from './cancel.route.ts'
import { cancelOrder } from './orders/cancel-order.ts'
import { showOrderWithRefunds } from './orders/view.ts'

export const handler = serve(
  onOwnOrder(cancelOrderRoute, async ({ params: { id = '' }, headers }, { accountId }) =>
    answered(200, await cancelOrder(channelDeps, accountId, id), (found) =>
      showOrderWithRefunds(found, languageWanted(headers['accept-language'])),
    ),
  ),
)
