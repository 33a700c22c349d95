import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { faceVendors } from '../vendors/face-vendors.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { runFollowing } from './check/run-following.ts'
import { faceSettings } from './settings.ts'

const settings = deployed(messagingSettings, vendorSettings, faceSettings)
const { vendor: limits, face } = settings
const faceVendor = faceVendors({ secret: keptSecret, env: optionalEnv, limits, clock, ids, face })
const telling = { told: notices(ids, settings.keeping), publicUrl: env('PUBLIC_URL') }
const deps = { table: announcingTable('TABLE'), vault, clock, settings, faceVendor, alarm: observer.alarm, ...telling }

export const handler = worker(observer, 'face', (job) => runFollowing(deps, job))
