import { worker } from '../../shared/queue/worker.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { relay } from './relaying/relay.ts'
import { webhookSettings } from './settings.ts'

const deps = { table: tableNamed('TABLE'), queue, clock, settings: deployed(webhookSettings) }

export const handler = worker(observer, 'outbox', ({ id, remainingMs }) => relay(deps, id, remainingMs))
