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
import { vault } from '../../shared/runtime/vault.ts'
import { bySessionClaim } from '../account/sessions/session-guards.ts'
import { showNotice } from '../consent/notice-view.ts'
import { consentSettings } from '../consent/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { caseIdOf } from '../review/case/case-id.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { type PapersPicture, papersDocuments, papersKinds, papersPictures, picturesOf } from './papers/papers-kinds.ts'
import { papersSettings } from './papers/settings.ts'
import { papersTermsRoute, submitPapersRoute } from './papers.route.ts'
import { verificationSettings } from './settings.ts'

const settings = deployed(frontSettings, consentSettings, papersSettings, vendorSettings, verificationSettings)
const table = tableNamed('TABLE')

/** Long texts: loaded by the first request, not by the cold start. */
const notice = atFirstUse(async () => {
  const { noticeKeeper } = await import('../consent/keep-notice.ts')
  const { papersNoticeInForce } = await import('../consent/papers-notice.ts')
  const inForce = papersNoticeInForce(settings)
  return { inForce, keep: noticeKeeper({ table }, inForce) }
})
const deps = {
  ...{ table, vault, clock, ids, settings },
  notice: async () => (await notice()).keep(),
  vendors: identityVendorsIn(settings),
}

const on = answering(bySessionClaim)

const terms = {
  kinds: papersKinds.map((kind) => ({ kind, needs: [...picturesOf[kind].needs], takes: [...picturesOf[kind].takes] })),
  documents: [...papersDocuments],
  answerMs: settings.papers.answerMs,
  minimumAge: settings.checks.minimumAge,
  contact: settings.platform.contact,
}

export const handler = serve(
  on(papersTermsRoute, async ({ headers }) => {
    const language = languageWanted(headers['accept-language'])
    const { inForce } = await notice()
    const body = { ...terms, consent: showNotice(inForce, language) }
    return ok({ status: 200, body, headers: keptByAnyone(language, MINUTE) })
  }),
  on(submitPapersRoute, async ({ body, headers }, caller) => {
    // Pages ask for the terms first, and hand in once.
    const { submitPapers } = await import('./papers/submit-papers.ts')
    const { pictures, said, consent, ...typed } = body
    const given = Object.fromEntries(
      papersPictures.flatMap((kind): [PapersPicture, string][] => (pictures[kind] ? [[kind, pictures[kind]]] : [])),
    )
    const language = languageWanted(headers['accept-language'])
    const handed = { caller, language, typed, pictures: given, said, notice: consent.notice }
    return answered(201, await submitPapers(deps, handed), ({ papers: { id, kind, status }, review }) => ({
      ...{ id, kind, status, review: caseIdOf(review) },
    }))
  }),
)
