import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { materialSettings } from '../material/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { followApplication } from './following/follow-application.ts'

const settings = deployed(materialSettings, messagingSettings)
const told = notices(ids, settings.keeping)
const deps = { table: announcingTable('TABLE'), queue, clock, told, settings, publicUrl: env('PUBLIC_URL') }

export const handler = worker(observer, 'application', (job) => followApplication(deps, job.id))
