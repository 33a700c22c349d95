import { worker } from '../../shared/queue/worker.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { followClash } from './clashes/follow-clash.ts'
import { proofingSettings } from './settings.ts'

const settings = deployed(messagingSettings, proofingSettings)
const told = notices(ids, settings.keeping)
const deps = { table: tableNamed('TABLE'), clock, settings, publicUrl: env('PUBLIC_URL'), told }

export const handler = worker(observer, 'clash', (job) => followClash(deps, job.id))
