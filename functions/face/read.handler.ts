import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { keptByAnyone } from '../../shared/http/kept-by-anyone.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { byUser } from '../account/sessions/user-guards.ts'
import { faceNoticeInForce } from '../consent/face-notice.ts'
import { showNotice } from '../consent/notice-view.ts'
import { consentSettings } from '../consent/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { serve } from '../serve.ts'
import { faceTermsRoute, getFaceCheckRoute, listFaceChecksRoute } from './read.route.ts'
import { listFaceChecks, readFaceCheck } from './read.ts'
import { faceSettings } from './settings.ts'

const settings = deployed(frontSettings, consentSettings, faceSettings)
const { face, platform } = settings
const notice = faceNoticeInForce(settings)
const deps = { table: tableNamed('TABLE'), clock }
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byUser(deps, platformKeys))

export const handler = serve(
  on(faceTermsRoute, async ({ headers }) => {
    const language = languageWanted(headers['accept-language'])
    const consent = showNotice(notice, language)
    const body = { offered: face.vendors.length > 0, perDay: face.perDay, contact: platform.contact, consent }
    return ok({ status: 200, body, headers: keptByAnyone(language, MINUTE) })
  }),
  on(getFaceCheckRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(200, await readFaceCheck(deps, accountId, id)),
  ),
  on(listFaceChecksRoute, async ({ query }, { accountId }) =>
    answered(200, await listFaceChecks(deps, accountId, query)),
  ),
)
