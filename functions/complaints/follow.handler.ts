import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { goods } from '../goods.ts'
import { complaintDesks } from '../vendors/complaint-desks.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { followComplaint } from './following/follow-complaint.ts'
import { complaintSettings } from './settings.ts'

const { alarm } = observer
const settings = deployed(complaintSettings, vendorSettings)
const desk = complaintDesks({ secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock, ids, alarm })
const deps = { table: announcingTable('TABLE'), clock, goods, settings, desk, alarm }

export const handler = worker(observer, 'complaint', (job) => followComplaint(deps, job.id))
