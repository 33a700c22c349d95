import { answered } from '../../shared/http/answer.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { channelDeps } from '../order-channels.ts'
import { onOwnOrder } from '../own-order.ts'
import { serve } from '../serve.ts'
import { lookForPaymentRoute } from './look.route.ts'
import { askForPayment } from './orders/ask-for-payment.ts'
import { showOrderWithRefunds } from './orders/view.ts'
import { paymentSettings } from './settings.ts'

const deps = { ...channelDeps, settings: deployed(paymentSettings) }

export const handler = serve(
  onOwnOrder(lookForPaymentRoute, async ({ params: { id = '' }, headers }, { accountId }) =>
    answered(200, await askForPayment(deps, accountId, id), (found) =>
      showOrderWithRefunds(found, languageWanted(headers['accept-language'])),
    ),
  ),
)
