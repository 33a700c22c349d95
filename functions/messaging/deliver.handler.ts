import { worker } from '../../shared/queue/worker.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { settingsOf } from '../settings.ts'
import { webhookChannel } from './channels/webhook.ts'
import { deliver } from './delivering/deliver.ts'

const settings = settingsOf(env('STAGE'), optionalEnv('SETTINGS'))
const channels = { webhook: webhookChannel(settings.deliveries) }
const deps = { table: tableNamed('TABLE'), clock, ids, settings, channels }

export const handler = worker(observer, 'message', (job) => deliver(deps, job.id))
