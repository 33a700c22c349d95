import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { byUser } from '../account/sessions/user-guards.ts'
import { frontSettings } from '../front/settings.ts'
import { sourceAddress } from '../front/source-address.ts'
import { goods } from '../goods.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { paymentProviders } from '../vendors/payment-channels.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { payRoute } from './pay.route.ts'
import { findPayer } from './paying/find-payer.ts'
import { notifyUrlAt } from './paying/notify-url.ts'
import { type PayDeps, pay, showPayable } from './paying/pay.ts'
import { paymentSettings } from './settings.ts'

const { alarm } = observer
const settings = deployed(frontSettings, paymentSettings, vendorSettings, verificationSettings)
const provider = paymentProviders({ secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock, ids, alarm })
const publicUrl = env('PUBLIC_URL')
const table = announcingTable('TABLE')
/** Only checks are objected to, so that whoever pays for anything else loads nothing of it. */
const findObjection: PayDeps['findObjection'] = async (order) => {
  if (order.kind !== 'verification') return undefined
  const found = await import('../verification/submission/find-objection.ts')
  return found.findObjection({ table, clock, settings, vendors: identityVendorsIn(settings) }, order)
}

const deps = {
  table,
  queue,
  clock,
  goods,
  provider,
  notifyUrl: notifyUrlAt(publicUrl),
  findObjection,
  settings,
  publicUrl,
  alarm,
}

const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byUser(deps, platformKeys))

export const handler = serve(
  on(payRoute, async (request, caller) => {
    const sourceIp = sourceAddress(request, settings.proxies)
    const payer = await findPayer(deps, caller, request.body, sourceIp)
    if (!payer.ok) return payer
    return answered(200, await pay(deps, caller, { orderId: request.params.id ?? '', ...payer.value }), showPayable)
  }),
)
