import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { byUser } from '../account/sessions/user-guards.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { serve } from '../serve.ts'
import { faceVendors } from '../vendors/face-vendors.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { askForCheck } from './check/ask-for-check.ts'
import { followFaceCheckRoute } from './look.route.ts'
import { faceSettings } from './settings.ts'
import { showFaceCheck } from './view.ts'

const settings = deployed(messagingSettings, vendorSettings, faceSettings)
const { vendor: limits, face } = settings
const faceVendor = faceVendors({ secret: keptSecret, env: optionalEnv, limits, clock, ids, face })
const telling = { told: notices(ids, settings.keeping), publicUrl: env('PUBLIC_URL') }
const deps = { table: announcingTable('TABLE'), vault, clock, settings, faceVendor, alarm: observer.alarm, ...telling }
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byUser(deps, platformKeys))

export const handler = serve(
  on(followFaceCheckRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(200, await askForCheck(deps, accountId, id), showFaceCheck),
  ),
)
