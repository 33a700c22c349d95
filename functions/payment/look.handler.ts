import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
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
import { serve } from '../serve.ts'
import { paymentProviders } from '../vendors/payment-channels.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { lookForPaymentRoute } from './look.route.ts'
import { askForPayment } from './orders/ask-for-payment.ts'
import { showOrderWithRefunds } from './orders/view.ts'

const { alarm } = observer
const limits = deployed(vendorSettings).vendor
const provider = paymentProviders({ secret: keptSecret, env: optionalEnv, limits, clock, ids, alarm })
const deps = { table: tableNamed('TABLE'), queue, clock, goods, provider }
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byUser(deps, platformKeys))

export const handler = serve(
  on(lookForPaymentRoute, async ({ params: { id = '' }, headers }, { accountId }) =>
    answered(200, await askForPayment(deps, accountId, id), (found) =>
      showOrderWithRefunds(found, languageWanted(headers['accept-language'])),
    ),
  ),
)
