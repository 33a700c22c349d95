import { answering } from '../../shared/http/callers.ts'
import { keptByAnyone } from '../../shared/http/kept-by-anyone.ts'
import { isId } from '../../shared/kernel/ids.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { ok, refused } from '../../shared/kernel/outcome.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { byUser } from '../account/sessions/user-guards.ts'
import { documentNoticeInForce } from '../consent/document-notice.ts'
import { showNotice } from '../consent/notice-view.ts'
import { consentSettings } from '../consent/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { platformCheckSettings } from '../verification/owed/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { kindsTaken } from '../verification/vendors/choice.ts'
import { readDocuments, readOneDocument } from './checking/read-documents.ts'
import { showDocument } from './checking/view.ts'
import { documentTermsRoute, getDocumentRoute, listDocumentsRoute } from './checks.route.ts'
import { documentSettings, readersOutside } from './settings.ts'
import { MOST_FAILURES } from './tries.ts'

const settings = deployed(frontSettings, consentSettings, verificationSettings, platformCheckSettings, documentSettings)
const notice = documentNoticeInForce(settings, readersOutside(settings))
const { documents, platformChecks, platform } = settings
const terms = {
  offered: kindsTaken(identityVendorsIn(settings), 'identity_two_element').length > 0,
  checksPerDay: platformChecks.perDay,
  readingsPerDay: documents.readingsPerDay,
  triesBeforeReview: MOST_FAILURES,
  contact: platform.contact,
}
const deps = { table: tableNamed('TABLE'), clock }
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byUser(deps, platformKeys))

export const handler = serve(
  on(documentTermsRoute, async ({ headers }) => {
    const language = languageWanted(headers['accept-language'])
    const body = { ...terms, consent: showNotice(notice, language) }
    return ok({ status: 200, body, headers: keptByAnyone(language, MINUTE) })
  }),
  on(listDocumentsRoute, async (_request, { accountId }) => {
    const found = accountId === undefined ? { documents: [], proofs: [] } : await readDocuments(deps, accountId)
    const shown = found.documents.map((one) => showDocument(one, found.proofs, clock.now()))
    return ok({ status: 200, body: { documents: shown } })
  }),
  on(getDocumentRoute, async ({ params: { id = '' } }, { accountId }) => {
    const found = accountId !== undefined && isId(id) ? await readOneDocument(deps, accountId, id) : undefined
    if (!found) return refused('not_found')
    return ok({ status: 200, body: showDocument(found.document, found.proofs, clock.now()) })
  }),
)
