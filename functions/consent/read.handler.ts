import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { keptByAnyone } from '../../shared/http/kept-by-anyone.ts'
import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { HOUR } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { byUser } from '../account/sessions/user-guards.ts'
import { certificationSettings } from '../certification/settings.ts'
import { documentSettings, readersOutside } from '../documents/settings.ts'
import { faceSettings } from '../face/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { serve } from '../serve.ts'
import { verificationSettings } from '../verification/settings.ts'
import { listConsents, listDisclosures } from './list-records.ts'
import { showNotice } from './notice-view.ts'
import { listConsentsRoute, listDisclosuresRoute, noticeRoute } from './read.route.ts'
import { readNotice } from './read-notice.ts'
import { consentSettings } from './settings.ts'

const settings = deployed(
  frontSettings,
  consentSettings,
  verificationSettings,
  faceSettings,
  documentSettings,
  certificationSettings,
)
const deps = { table: tableNamed('TABLE'), clock }

/** Long texts: loaded by whoever reads one, not by the cold start. */
const noticesNow = atFirstUse(async () =>
  (await import('./notices-in-force.ts')).noticesInForce(settings, readersOutside(settings)),
)
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byUser(deps, platformKeys))

export const handler = serve(
  on(noticeRoute, async ({ params: { version = '' }, headers }) => {
    const notices = await noticesNow()
    const found = await readNotice({ ...deps, notices }, version)
    if (!found.ok) return found
    const language = languageWanted(headers['accept-language'])
    return ok({
      status: 200,
      body: { ...showNotice(found.value, language), inForce: notices.some((notice) => notice.version === version) },
      headers: keptByAnyone(language, HOUR),
    })
  }),
  on(listConsentsRoute, async ({ query }, { accountId }) => answered(200, await listConsents(deps, accountId, query))),
  on(listDisclosuresRoute, async ({ query, headers }, { accountId }) =>
    answered(200, await listDisclosures(deps, accountId, query, languageWanted(headers['accept-language']))),
  ),
)
