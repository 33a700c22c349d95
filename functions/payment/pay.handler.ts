import { answered } from '../../shared/http/answer.ts'
import { on, serve } from '../../shared/http/endpoint.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedIn } from '../account/session.ts'
import { settingsOf } from '../settings.ts'
import { payRoute } from './pay.route.ts'
import { pay } from './pay.ts'
import { wechatPayFrom } from './providers/wechat-pay/from-secret.ts'
import { wechatPayNotifyUrl } from './wechat-pay-notification.route.ts'

const limits = settingsOf(env('STAGE'), optionalEnv('SETTINGS')).vendor
const channel = wechatPayFrom({ baseUrl: env('WECHAT_PAY_URL'), limits, clock, ids })
const provider = vendorSecret('SECRET_WECHAT_PAY', channel)
const deps = { table: tableNamed('TABLE'), queue, clock, provider, notifyUrl: wechatPayNotifyUrl(env('PUBLIC_URL')) }

export const handler = serve(
  observer,
  on(payRoute, ({ bearer, params, body }) =>
    signedIn(deps, bearer, async (caller) =>
      answered(200, await pay(deps, caller, { orderId: params.id ?? '', method: body.method })),
    ),
  ),
)
