import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { textRequested } from '../consent/texting-store.ts'
import { frontSettings } from '../front/settings.ts'
import { sourceAddress } from '../front/source-address.ts'
import { serve } from '../serve.ts'
import { captcha } from '../vendors/captchas.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { smsSender } from '../vendors/sms-senders.ts'
import { sendSmsCode } from './codes/send-sms-code.ts'
import { bySessionClaim } from './sessions/session-guards.ts'
import { accountSettings } from './settings.ts'
import { smsCodeRoute } from './sms-code.route.ts'

const settings = deployed(frontSettings, accountSettings, vendorSettings)
const vendors = { secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock }
const sms = smsSender(vendors)
const { alarm } = observer
const deps = {
  table: tableNamed('TABLE'),
  vault,
  keyRing,
  clock,
  ids,
  sms,
  handOver: textRequested,
  captcha: captcha(vendors),
  alarm,
  settings,
}

const on = answering(bySessionClaim)

export const handler = serve(
  on(smsCodeRoute, async (request, { who }) => {
    const sourceIp = sourceAddress(request, settings.proxies)
    const sent = await sendSmsCode(deps, { ...request.body, sourceIp, caller: who })
    return answered(202, sent, ({ retryAt, smsCodeId = null }) => ({ retryAt: rfc3339(retryAt), smsCodeId }))
  }),
)
