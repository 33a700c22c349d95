import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { noticeKeeper } from '../consent/keep-notice.ts'
import { consentSettings } from '../consent/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { serve } from '../serve.ts'
import { accountProver } from '../vendors/account-provers.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { answerAccountProofRoute, beginAccountProofRoute } from './account.route.ts'
import { showApplicant } from './applicants/applicant-view.ts'
import type { ApplicantProof } from './proving/proof.ts'
import { certificationSettings } from './settings.ts'

const settings = deployed(certificationSettings, consentSettings, frontSettings, vendorSettings, verificationSettings)
const table = tableNamed('TABLE')

/** Long texts: loaded by the first who begins one, not by the cold start. */
const keeper = atFirstUse(async () => {
  const { companyNoticeInForce } = await import('../consent/company-notice.ts')
  return noticeKeeper({ table }, companyNoticeInForce(settings))
})
const notice = async () => (await keeper())()
const prover = accountProver({
  ...{ prover: settings.company.accountProver, limits: settings.vendor, publicUrl: env('PUBLIC_URL') },
})
const { alarm, note } = observer
const deps = { table, clock, ids, vault, settings, prover, notice, alarm, note }

const on = answering(bySession(deps))

const show = ({ applicant, proof }: ApplicantProof) => showApplicant(applicant, proof, clock.now())

export const handler = serve(
  on(beginAccountProofRoute, async ({ params: { id = '' }, body: { consent, ...typed }, headers }, { accountId }) => {
    const { beginProof } = await import('./proving/begin-proof.ts')
    const language = languageWanted(headers['accept-language'])
    return answered(200, await beginProof(deps, { accountId, id, ...typed, notice: consent.notice, language }), show)
  }),
  on(answerAccountProofRoute, async ({ params: { id = '' }, body: { fen } }, { accountId }) => {
    const { answerProof } = await import('./proving/answer-proof.ts')
    return answered(200, await answerProof(deps, { accountId, id, fen }), show)
  }),
)
