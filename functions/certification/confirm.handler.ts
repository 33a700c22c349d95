import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { seldomQueue as queue } from '../../shared/runtime/seldom-queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { accountSettings } from '../account/settings.ts'
import { gateSettings } from '../gate/settings.ts'
import { materialSettings } from '../material/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { paymentSettings } from '../payment/settings.ts'
import { serve } from '../serve.ts'
import { findStepUpPerson } from '../verification/reading/find-step-up-person.ts'
import type { Application } from './applications/application.ts'
import { showApplication } from './applications/application-view.ts'
import { applicationSettings } from './applications/settings.ts'
import { confirmApplicationRoute, correctApplicationRoute, withdrawApplicationRoute } from './confirm.route.ts'
import { CERTIFICATION } from './deciding/case-kind.ts'
import { certificationSettings } from './settings.ts'
import { resultTextSettings } from './texting/settings.ts'

const settings = deployed(
  accountSettings,
  applicationSettings,
  certificationSettings,
  gateSettings,
  materialSettings,
  messagingSettings,
  paymentSettings,
  resultTextSettings,
)
const told = notices(ids, settings.keeping)
const table = announcingTable('TABLE')
const personOf = (accountId: string) => findStepUpPerson({ table, vault }, accountId)
const deps = {
  ...{ table, queue, clock, ids, vault, keyRing, personOf },
  ...{ settings, told, publicUrl: env('PUBLIC_URL') },
}

const shown = (of: Application) => showApplication(of, clock.now())

/** What moves the case of an application; of no other kind. */
const openReview = async () => {
  const { certificationKind } = await import('./deciding/kind.ts')
  return { ...deps, kinds: { [CERTIFICATION]: certificationKind(settings) } }
}

const answer = async (accountId: string, id: string, text: string) => {
  const { answerCase } = await import('../review/asking/answer-case.ts')
  const { caseIdOf } = await import('../review/case/case-id.ts')
  return answerCase(await openReview(), accountId, { name: caseIdOf({ accountId, id }), text })
}

const withdrawCase = async (accountId: string, id: string) => {
  const cases = await import('../review/asking/withdraw-case.ts')
  const { caseIdOf } = await import('../review/case/case-id.ts')
  return cases.withdrawCase(await openReview(), accountId, caseIdOf({ accountId, id }))
}

const on = answering(bySession(deps))

export const handler = serve(
  on(confirmApplicationRoute, async ({ params: { id = '' }, body }, { accountId, session }) => {
    const { confirmApplication } = await import('./applying/confirm-application.ts')
    const asked = { id, token: body.pairToken, proof: body.proof }
    return answered(200, await confirmApplication(deps, { claimedId: accountId, session }, asked), shown)
  }),
  on(correctApplicationRoute, async ({ params: { id = '' }, body }, { accountId, session }) => {
    const { correctApplication } = await import('./applying/correct-application.ts')
    const asked = { id, token: body.pairToken, proof: body.proof }
    return answered(200, await correctApplication({ ...deps, answer }, { claimedId: accountId, session }, asked), shown)
  }),
  on(withdrawApplicationRoute, async ({ params: { id = '' } }, { accountId }) => {
    const { withdrawApplication } = await import('./applying/withdraw-application.ts')
    return answered(200, await withdrawApplication({ ...deps, withdrawCase }, accountId, id), shown)
  }),
)
