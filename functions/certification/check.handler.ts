import { answering } from '../../shared/http/callers.ts'
import { keptByAnyone } from '../../shared/http/kept-by-anyone.ts'
import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { noticeKeeper } from '../consent/keep-notice.ts'
import { showNotice } from '../consent/notice-view.ts'
import { consentSettings } from '../consent/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { serve } from '../serve.ts'
import { companyCheckers } from '../vendors/company-checkers.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { showApplicant } from './applicants/applicant-view.ts'
import { applicantTermsRoute, checkApplicantRoute } from './applicants.route.ts'
import { applicationSettings } from './applications/settings.ts'
import { companyDesksIn } from './checking/desk.ts'
import { findProof } from './proving/find-proof.ts'
import { certificationSettings } from './settings.ts'

const settings = deployed(
  applicationSettings,
  certificationSettings,
  consentSettings,
  frontSettings,
  vendorSettings,
  verificationSettings,
)
const table = tableNamed('TABLE')

/** Long texts: loaded by the first request, not by the cold start. */
const notice = atFirstUse(async () => {
  const { companyNoticeInForce } = await import('../consent/company-notice.ts')
  const inForce = companyNoticeInForce(settings)
  return { inForce, keep: noticeKeeper({ table }, inForce) }
})
const { alarm, note } = observer
const desks = companyDesksIn(settings)
const checker = companyCheckers({ secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock, ids })
const deps = {
  ...{ table, vault, clock, ids, settings, desks, checker, alarm, note },
  notice: async () => (await notice()).keep(),
}

const on = answering(bySession(deps))

export const handler = serve(
  on(applicantTermsRoute, async ({ headers }) => {
    const language = languageWanted(headers['accept-language'])
    const { inForce } = await notice()
    const readsLicences = settings.company.licenceReader !== 'none'
    const provesAccounts = settings.company.accountProver !== 'none'
    const body = { offered: desks.length > 0, readsLicences, provesAccounts, consent: showNotice(inForce, language) }
    return ok({ status: 200, body, headers: keptByAnyone(language, MINUTE) })
  }),
  on(checkApplicantRoute, async ({ params: { id = '' }, body, headers }, { accountId }) => {
    const { settleApplicant } = await import('./applicants/settle-applicant.ts')
    const language = languageWanted(headers['accept-language'])
    const { suspendsOf } = await import('../certificates/ending/plan-suspending.ts')
    const endOperating = suspendsOf({ table, clock })
    const checking = { accountId, id, language, notice: body.consent.notice }
    const settled = await settleApplicant({ ...deps, endOperating }, checking)
    if (!settled.ok) return settled
    const proof = await findProof(deps, settled.value)
    return ok({ status: 200, body: showApplicant(settled.value, proof, clock.now()) })
  }),
)
