import { scheduled } from '../../shared/queue/scheduled.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { complaintDesks } from '../vendors/complaint-desks.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { watchComplaints } from './following/watch-complaints.ts'

const { alarm } = observer
const limits = deployed(vendorSettings).vendor
const desks = complaintDesks({ secret: keptSecret, env: optionalEnv, limits, clock, ids, alarm })
const deps = { table: tableNamed('TABLE'), queue, clock, desk: () => desks('wechat_pay'), alarm }

export const handler = scheduled(observer, {
  watch: async (round) => `found_${await watchComplaints({ ...deps, ...round })}`,
})
