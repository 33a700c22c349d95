import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { keptByAnyone } from '../../shared/http/kept-by-anyone.ts'
import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySessionClaim } from '../account/sessions/session-guards.ts'
import { showNotice } from '../consent/notice-view.ts'
import { consentSettings } from '../consent/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { caseIdOf } from '../review/case/case-id.ts'
import { serve } from '../serve.ts'
import { addressTermsRoute, sayOccupationRoute, submitAddressRoute } from './further.route.ts'
import { keepOccupation } from './keep-occupation.ts'
import { profileSettings } from './settings.ts'

const settings = deployed(frontSettings, consentSettings, profileSettings)
const table = tableNamed('TABLE')

/** Long texts: loaded by the first request, not by the cold start. */
const notice = atFirstUse(async () => {
  const { noticeKeeper } = await import('../consent/keep-notice.ts')
  const { furtherNoticeInForce } = await import('../consent/further-notice.ts')
  const inForce = furtherNoticeInForce(settings)
  return { inForce, keep: noticeKeeper({ table }, inForce) }
})
const deps = { table, clock, ids, settings, notice: async () => (await notice()).keep() }
const { answerMs, addressValidMs: validMs } = settings.profile

const on = answering(bySessionClaim)

export const handler = serve(
  on(addressTermsRoute, async ({ headers }) => {
    const language = languageWanted(headers['accept-language'])
    const { inForce } = await notice()
    const body = { answerMs, validMs, consent: showNotice(inForce, language) }
    return ok({ status: 200, body, headers: keptByAnyone(language, MINUTE) })
  }),
  on(submitAddressRoute, async ({ body: { picture, consent }, headers }, caller) => {
    const { submitAddress } = await import('./address/submit-address.ts')
    const language = languageWanted(headers['accept-language'])
    const handed = { caller, language, picture, notice: consent.notice }
    return answered(201, await submitAddress(deps, handed), (of) => ({ review: caseIdOf(of) }))
  }),
  on(sayOccupationRoute, async ({ body: { occupation } }, caller) =>
    answered(200, await keepOccupation(deps, caller, occupation ?? undefined)),
  ),
)
