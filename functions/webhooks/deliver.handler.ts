import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { delayedQueue } from '../../shared/runtime/delayed-queue.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { addressChannel } from '../outgoing/address-channel.ts'
import { outgoingSettings } from '../outgoing/settings.ts'
import { deliver } from './delivering/deliver.ts'
import { webhookSettings } from './settings.ts'

const settings = deployed(outgoingSettings, webhookSettings)
const { alarm, note } = observer
const call = addressChannel(settings.deliveries)
const later = delayedQueue('QUEUE_WEBHOOK', 'webhook')
const wakeLater = (id: string, waitMs: number) =>
  later(id, waitMs).catch((error: unknown) => observer.fault(error, { kind: 'webhook' }))
const deps = { wakeLater, table: announcingTable('TABLE'), queue, keyRing, clock, ids, settings, call, alarm, note }

export const handler = worker(observer, 'webhook', ({ id }) => deliver(deps, id))
