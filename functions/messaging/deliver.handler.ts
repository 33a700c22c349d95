import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { outgoingSettings } from '../outgoing/settings.ts'
import { webhookChannel } from './channels/webhook-channel.ts'
import { deliver } from './delivering/deliver.ts'

const settings = deployed(outgoingSettings)
const channels = { webhook: webhookChannel(settings.deliveries) }
const deps = { table: announcingTable('TABLE'), keyRing, clock, ids, settings, channels }

export const handler = worker(observer, 'message', (job) => deliver(deps, job.id))
