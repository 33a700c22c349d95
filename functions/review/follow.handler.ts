import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { certificateSettings } from '../certificates/settings.ts'
import { applicationSettings } from '../certification/applications/settings.ts'
import { certificationSettings } from '../certification/settings.ts'
import { materialSettings } from '../material/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { profileSettings } from '../profile/settings.ts'
import { proofingSettings } from '../proofing/settings.ts'
import { reviewKinds } from '../review-kinds.ts'
import { papersSettings } from '../verification/papers/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { followCase } from './following/follow-case.ts'
import { reviewSettings } from './settings.ts'

const settings = deployed(
  applicationSettings,
  certificateSettings,
  certificationSettings,
  materialSettings,
  messagingSettings,
  papersSettings,
  profileSettings,
  proofingSettings,
  reviewSettings,
  verificationSettings,
)
const told = notices(ids, settings.keeping)
const kinds = reviewKinds(settings)
const owners = { kinds, told, publicUrl: env('PUBLIC_URL') }
const deps = { table: announcingTable('TABLE'), clock, ids, ...owners, alarm: observer.alarm }

export const handler = worker(observer, 'review', (job) => followCase(deps, job.id))
