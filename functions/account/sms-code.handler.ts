import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { outgoing } from '../../shared/http/outgoing.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { serve } from '../serve.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { smsSecretIn, tencentSmsBy } from '../vendors/tencent-cloud/sms-from-secret.ts'
import { sendSmsCode } from './codes/sms-code.ts'
import { bySessionClaim } from './sessions/session-guards.ts'
import { accountSettings } from './settings.ts'
import { smsCodeRoute } from './sms-code.route.ts'

const MAX_ANSWER_BYTES = 64 * 1024

const settings = deployed({ ...accountSettings, ...vendorSettings })
const vendor = { outgoing: outgoing({ ...settings.vendor, maxBytes: MAX_ANSWER_BYTES }), clock }
const sms = tencentSmsBy(env('TENCENT_SMS_URL'), vendorSecret('SECRET_TENCENT_CLOUD', smsSecretIn), vendor)
const deps = { table: tableNamed('TABLE'), vault, clock, ids, sms, settings }

const on = answering(bySessionClaim)

export const handler = serve(
  on(smsCodeRoute, async ({ body: { phone }, sourceIp }, { form: purpose, who }) => {
    const sent = await sendSmsCode(deps, { phone, sourceIp, purpose, caller: who })
    return answered(202, sent, ({ retryAt }) => ({ retryAt: rfc3339(retryAt) }))
  }),
)
