import { worker } from '../../shared/queue/worker.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { faceVendors } from '../vendors/face-vendors.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { runFollowing } from './check/run-following.ts'
import { faceSettings } from './settings.ts'

const settings = deployed(vendorSettings, faceSettings)
const { vendor: limits, face } = settings
const faceVendor = faceVendors({ secret: keptSecret, env: optionalEnv, limits, clock, ids, face })
const deps = { table: tableNamed('TABLE'), vault, clock, settings, faceVendor, alarm: observer.alarm }

export const handler = worker(observer, 'face', (job) => runFollowing(deps, job))
