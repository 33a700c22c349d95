import { worker } from '../../shared/queue/worker.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { goods } from '../goods.ts'
import { settingsOf } from '../settings.ts'
import { complaintDesks } from '../vendors/complaint-desks.ts'
import { followComplaint } from './following/follow-complaint.ts'

const settings = settingsOf(env('STAGE'), optionalEnv('SETTINGS'))
const desk = complaintDesks({ secret: vendorSecret, env: optionalEnv, limits: settings.vendor, clock, ids })
const deps = { table: tableNamed('TABLE'), clock, goods, settings, desk, alarm: observer.alarm }

export const handler = worker(observer, 'complaint', (job) => followComplaint(deps, job.id))
