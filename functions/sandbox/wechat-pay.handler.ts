import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { delayedQueue } from '../../shared/runtime/delayed-queue.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { sandboxSettings } from './settings.ts'
import { readStandIns } from './stand-ins.ts'
import { openCashier } from './wechat-pay/cashier.ts'
import { serveWeChatPay } from './wechat-pay/serve.ts'
import { wechatPayCashierPressRoute, wechatPayCashierRoute, wechatPayRoute } from './wechat-pay.route.ts'

const standIns = keptSecret('SECRET_SANDBOX', readStandIns)
const settings = sandboxSettings(optionalEnv('SANDBOX_SETTINGS'))
const table = tableNamed('SANDBOX_TABLE')
const later = delayedQueue('QUEUE_SANDBOX', 'sandbox')
const sandbox = { table, later, clock, ids, settings, publicUrl: env('PUBLIC_URL') }

const on = answering()
const channel = on(wechatPayRoute, async (request) =>
  ok(await serveWeChatPay({ ...sandbox, ...(await standIns()) }, request)),
)
const cashierOn = (row: typeof wechatPayCashierRoute | typeof wechatPayCashierPressRoute) =>
  on(row, async (request) => ok(await openCashier({ ...sandbox, ...(await standIns()) }, request)))

export const handler = serve(channel, cashierOn(wechatPayCashierRoute), cashierOn(wechatPayCashierPressRoute))
