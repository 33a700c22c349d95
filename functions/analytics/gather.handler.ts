import { scheduled } from '../../shared/queue/scheduled.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { complaintSettings } from '../complaints/settings.ts'
import { faceSettings, faceVendorNames } from '../face/settings.ts'
import { deskOf } from '../face/vendors/desk.ts'
import { identityVendorNames, verificationSettings } from '../verification/settings.ts'
import { gatherDays } from './days/gather-days.ts'
import { analyticsSettings } from './settings.ts'

const settings = deployed(analyticsSettings, complaintSettings, faceSettings, verificationSettings)
const vendors = { identity: identityVendorNames, desks: faceVendorNames.map(deskOf) }
const deps = { table: tableNamed('TABLE'), clock, vendors, settings }

export const handler = scheduled(observer, {
  count: async (round) => `counted_${await gatherDays({ ...deps, ...round })}`,
})
