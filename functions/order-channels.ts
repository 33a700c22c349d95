import { announcingTable } from '../shared/runtime/announcing-table.ts'
import { clock, optionalEnv } from '../shared/runtime/environment.ts'
import { ids } from '../shared/runtime/ids.ts'
import { observer } from '../shared/runtime/observer.ts'
import { queue } from '../shared/runtime/queue.ts'
import { keptSecret } from '../shared/runtime/secret.ts'
import { deployed } from '../shared/runtime/settings.ts'
import { goods } from './goods.ts'
import type { ChannelDeps } from './payment/orders/close.ts'
import { paymentProviders } from './vendors/payment-channels.ts'
import { vendorSettings } from './vendors/settings.ts'

const { alarm } = observer
const limits = deployed(vendorSettings).vendor
const provider = paymentProviders({ secret: keptSecret, env: optionalEnv, limits, clock, ids, alarm })

/** What operations need that ask the channels about one order, or end it there. */
export const channelDeps: ChannelDeps = { table: announcingTable('TABLE'), queue, clock, goods, provider }
