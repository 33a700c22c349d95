import { answering } from '../../shared/http/callers.ts'
import { keptByAnyone } from '../../shared/http/kept-by-anyone.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { noticeInForce } from '../consent/notice.ts'
import { consentSettings } from '../consent/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { goods } from '../goods.ts'
import { membershipSettings } from '../membership/settings.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { isPaymentChannel } from '../payment/paying/provider.ts'
import { paymentSettings } from '../payment/settings.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { verificationSettings } from '../verification/settings.ts'
import { walletSettings } from '../wallet/settings.ts'
import { offersOf } from './offers/offers.ts'
import { showOffers } from './offers/offers-view.ts'
import { readPause } from './offers/read-pause.ts'
import { offersRoute } from './offers.route.ts'

const settings = deployed(
  frontSettings,
  consentSettings,
  paymentSettings,
  membershipSettings,
  verificationSettings,
  walletSettings,
  messagingSettings,
)
const notice = noticeInForce(settings)
const vendors = identityVendorsIn(settings)
const offers = offersOf(goods, settings, {
  channels: env('PAYMENT_CHANNELS').split(',').filter(isPaymentChannel),
  wechat: optionalEnv('WECHAT_CONNECTED') !== undefined,
  vendors,
})
const deps = { table: tableNamed('TABLE'), clock, vendors }

const on = answering()

export const handler = serve(
  on(offersRoute, async ({ headers }) => {
    const language = languageWanted(headers['accept-language'])
    const { platform } = settings
    const body = showOffers(offers, { platform, notice, language, pausedUntil: await readPause(deps) })
    return ok({ status: 200, body, headers: keptByAnyone(language, MINUTE) })
  }),
)
