import { worker } from '../../shared/queue/worker.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { settingsOf } from '../settings.ts'
import { followOrder } from './follow-order.ts'
import { wechatPayFrom } from './providers/wechat-pay/from-secret.ts'

const limits = settingsOf(env('STAGE'), optionalEnv('SETTINGS')).vendor
const channel = wechatPayFrom({ baseUrl: env('WECHAT_PAY_URL'), limits, clock, ids })
const deps = { table: tableNamed('TABLE'), queue, clock, provider: vendorSecret('SECRET_WECHAT_PAY', channel) }

export const handler = worker(observer, 'order', (job) => followOrder(deps, job.id))
