import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { seldomQueue as queue } from '../../shared/runtime/seldom-queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { recheckersIn } from '../vendors/identity-vendors.ts'
import { followEvidence } from './ageing/follow-evidence.ts'
import { verificationSettings } from './settings.ts'

const settings = deployed(messagingSettings, verificationSettings)
const told = notices(ids, settings.keeping)
const publicUrl = env('PUBLIC_URL')
const recheckers = recheckersIn(settings)
const deps = { table: announcingTable('TABLE'), queue, clock, ids, settings, recheckers, publicUrl, told }

export const handler = worker(observer, 'evidence', (job) => followEvidence(deps, job.id))
