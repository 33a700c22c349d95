import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { rfc3339, rfc3339If } from '../../shared/kernel/time.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { requested } from '../consent/permit.ts'
import { textNotTaken, textRequested } from '../consent/texting-store.ts'
import { frontSettings } from '../front/settings.ts'
import { sourceAddress } from '../front/source-address.ts'
import { serve } from '../serve.ts'
import { captcha } from '../vendors/captchas.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { smsSenders } from '../vendors/sms-senders.ts'
import { askSmsReport } from './codes/ask-sms-report.ts'
import { sendSmsCode } from './codes/send-sms-code.ts'
import { adviceOn } from './codes/sms-report.ts'
import { bySessionClaim } from './sessions/session-guards.ts'
import { accountSettings } from './settings.ts'
import { smsCodeRoute } from './sms-code.route.ts'
import { smsReportRoute } from './sms-report.route.ts'

const settings = deployed(frontSettings, accountSettings, vendorSettings)
const vendors = { secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock, ids }
const sms = smsSenders(vendors)
const { alarm, note } = observer
const deps = {
  table: tableNamed('TABLE'),
  vault,
  keyRing,
  clock,
  ids,
  sms,
  handOver: textRequested,
  textNotTaken,
  captcha: captcha(vendors),
  alarm,
  note,
  permitFor: requested,
  settings,
}

const on = answering(bySessionClaim)

export const handler = serve(
  on(smsCodeRoute, async (request, { who }) => {
    const sourceIp = sourceAddress(request, settings.proxies)
    const sent = await sendSmsCode(deps, { ...request.body, sourceIp, caller: who })
    return answered(202, sent, ({ status, retryAt, smsCodeId = null }) => ({
      status,
      retryAt: rfc3339(retryAt),
      smsCodeId,
    }))
  }),
  on(smsReportRoute, async ({ body, headers }, { who }) => {
    const language = languageWanted(headers['accept-language'])
    return answered(200, await askSmsReport(deps, { ...body, caller: who }), (told) => ({
      status: told.status,
      deliveredAt: rfc3339If(told.deliveredAt),
      reason: told.reason ?? null,
      advice: adviceOn(told, language),
    }))
  }),
)
