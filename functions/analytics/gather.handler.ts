import { scheduled } from '../../shared/queue/scheduled.ts'
import { alarmChanges, describeAlarms } from '../../shared/runtime/alarms.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { sumsOf } from '../../shared/runtime/metrics.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { everyCompanyDesk } from '../certification/checking/desk.ts'
import { certificationSettings } from '../certification/settings.ts'
import { complaintSettings } from '../complaints/settings.ts'
import { faceSettings, faceVendorNames } from '../face/settings.ts'
import { deskOf } from '../face/vendors/desk.ts'
import { refusals } from '../gate/refusal.ts'
import { identityVendorNames, verificationSettings } from '../verification/settings.ts'
import { gatherDays } from './days/gather-days.ts'
import { analyticsSettings } from './settings.ts'
import type { Watch } from './sources/watch.ts'

const settings = deployed(
  analyticsSettings,
  certificationSettings,
  complaintSettings,
  faceSettings,
  verificationSettings,
)
const vendors = {
  ...{ identity: identityVendorNames, desks: faceVendorNames.map(deskOf), companies: everyCompanyDesk },
}

const prefix = env('ALARM_PREFIX')
const refused = `${env('METRIC_PREFIX')}gate-refused`
const watch: Watch = {
  prefix,
  async refusals(from, until) {
    const asked = refusals.map((dimensions) => ({ name: refused, dimensions }))
    const sums = await sumsOf(asked, from, until)
    return refusals.map((one, at) => ({ ...one, count: sums[at] ?? 0 }))
  },
  async alarmsSince(from) {
    const now = await describeAlarms(prefix)
    return { now, changes: await alarmChanges(prefix, from) }
  },
}
const deps = { table: tableNamed('TABLE'), clock, vendors, watch, settings }

export const handler = scheduled(observer, {
  count: async (round) => `counted_${await gatherDays({ ...deps, ...round })}`,
})
