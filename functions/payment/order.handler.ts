import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { goods } from '../goods.ts'
import { paymentProviders } from '../vendors/payment-channels.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { followOrder } from './orders/follow-order.ts'

const { alarm } = observer
const limits = deployed(vendorSettings).vendor
const provider = paymentProviders({ secret: keptSecret, env: optionalEnv, limits, clock, ids, alarm })
const deps = { table: announcingTable('TABLE'), queue, clock, goods, provider, alarm }

export const handler = worker(observer, 'order', (job) => followOrder(deps, job.id))
