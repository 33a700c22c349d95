import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { delayedQueue } from '../../shared/runtime/delayed-queue.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { downloadBill } from './alipay/bills/bills.ts'
import { pressAtCashier } from './alipay/cashier.ts'
import { serveAlipay } from './alipay/gateway.ts'
import { alipayBillRoute, alipayCashierPressRoute, alipayRoute } from './alipay.route.ts'
import { sandboxSettings } from './settings.ts'
import { readStandIns } from './stand-ins.ts'

const standIns = keptSecret('SECRET_SANDBOX', readStandIns)
const settings = sandboxSettings(optionalEnv('SANDBOX_SETTINGS'))
const table = tableNamed('SANDBOX_TABLE')
const later = delayedQueue('QUEUE_SANDBOX', 'sandbox')
const sandbox = async () => ({
  table,
  later,
  clock,
  ids,
  settings,
  publicUrl: env('PUBLIC_URL'),
  ...(await standIns()),
})

const on = answering()
const gateway = on(alipayRoute, async (request) => ok(await serveAlipay(await sandbox(), request)))
const bills = on(alipayBillRoute, async ({ rawQuery }) => ok(await downloadBill(await sandbox(), rawQuery)))
const cashier = on(alipayCashierPressRoute, async (request) => ok(await pressAtCashier(await sandbox(), request)))

export const handler = serve(gateway, bills, cashier)
