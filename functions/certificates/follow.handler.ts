import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { followCertificate } from './following/follow-certificate.ts'

const settings = deployed(messagingSettings)
const told = notices(ids, settings.keeping)
const deps = { table: announcingTable('TABLE'), clock, told, publicUrl: env('PUBLIC_URL') }

export const handler = worker(observer, 'certificate', (job) => followCertificate(deps, job.id))
