import { worker } from '../../shared/queue/worker.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { goods } from '../goods.ts'
import { settingsOf } from '../settings.ts'
import { paymentChannels } from '../vendors/payment-channels.ts'
import { followOrder } from './orders/follow-order.ts'

const limits = settingsOf(env('STAGE'), optionalEnv('SETTINGS')).vendor
const provider = paymentChannels({ secret: vendorSecret, env: optionalEnv, limits, clock, ids })
const deps = { table: tableNamed('TABLE'), queue, clock, goods, provider }

export const handler = worker(observer, 'order', (job) => followOrder(deps, job.id))
