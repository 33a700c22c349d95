import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySessionClaim } from '../account/sessions/session-guards.ts'
import { noticeKeeper } from '../consent/keep-notice.ts'
import { consentSettings } from '../consent/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { serve } from '../serve.ts'
import { faceVendors } from '../vendors/face-vendors.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { openFaceCheckRoute } from './open.route.ts'
import { openCheck } from './opening/open-check.ts'
import { faceSettings } from './settings.ts'
import { desksIn } from './vendors/desk.ts'
import { showFaceCheck } from './view.ts'

const settings = deployed(
  frontSettings,
  consentSettings,
  messagingSettings,
  vendorSettings,
  verificationSettings,
  faceSettings,
)
const { vendor: limits, face } = settings
const faceVendor = faceVendors({ secret: keptSecret, env: optionalEnv, limits, clock, ids, face })
const { alarm, note } = observer
const table = announcingTable('TABLE')

/** Long texts: loaded by the first who opens a check, not by the cold start. */
const keeper = atFirstUse(async () => {
  const { faceNoticeInForce } = await import('../consent/face-notice.ts')
  return noticeKeeper({ table }, faceNoticeInForce(settings))
})
const notice = async () => (await keeper())()
const desks = desksIn(settings)
const telling = { told: notices(ids, settings.keeping), publicUrl: env('PUBLIC_URL') }
const shared = { table, vault, clock, ids, settings, desks, faceVendor, notice, alarm, note, ...telling }
const deps = {
  ...shared,
  // Needed by whoever left one open.
  follow: async (accountId: string, id: string) => {
    const { followCheck } = await import('./check/follow-check.ts')
    return followCheck(shared, accountId, id)
  },
}

const on = answering(bySessionClaim)

export const handler = serve(
  on(openFaceCheckRoute, async ({ body, headers }, caller) => {
    const language = languageWanted(headers['accept-language'])
    const userAgent = headers['user-agent'] ?? ''
    return answered(201, await openCheck(deps, { caller, language, userAgent, body }), showFaceCheck)
  }),
)
