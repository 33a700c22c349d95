import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { accountSettings } from '../account/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { serve } from '../serve.ts'
import { applicationSettings } from './applications/settings.ts'
import {
  askHandoverRoute,
  endHandoverRoute,
  lookAtHandoverRoute,
  lookAtStepRoute,
  takeAppRoute,
} from './handover.route.ts'
import { certificationSettings } from './settings.ts'
import { showStep } from './steps/step-view.ts'

const settings = deployed(accountSettings, applicationSettings, messagingSettings, certificationSettings)
const told = notices(ids, settings.keeping)
const table = announcingTable('TABLE')
const personOf = async (accountId: string) => {
  const { findStepUpPerson } = await import('../verification/reading/find-step-up-person.ts')
  return findStepUpPerson({ table, vault }, accountId)
}
const deps = {
  table,
  clock,
  ids,
  vault,
  keyRing,
  personOf,
  told,
  settings,
  publicUrl: env('PUBLIC_URL'),
}

const on = answering(bySession(deps))

export const handler = serve(
  on(askHandoverRoute, async ({ params: { id = '' }, body, headers }, { accountId, session }) => {
    const { askHandover } = await import('./handing/ask-handover.ts')
    const language = languageWanted(headers['accept-language'])
    const asked = await askHandover(deps, { claimedId: accountId, session }, { id, language, ...body })
    if (!asked.ok) return asked
    const { code, url, ...then } = asked.value
    return 'step' in then
      ? answered(202, ok({ code, url, until: null, waits: showStep(then.step) }))
      : answered(201, ok({ code, url, until: rfc3339(then.until), waits: null }))
  }),
  on(endHandoverRoute, async ({ params: { id = '' } }, { accountId }) => {
    const { endHandover } = await import('./handing/end-handover.ts')
    return answered(204, await endHandover(deps, { accountId, id }))
  }),
  on(lookAtHandoverRoute, async ({ body }, { accountId }) => {
    const { findHandover } = await import('./handing/find-handover.ts')
    return answered(200, await findHandover(deps, accountId, body.code), ({ app, handover }) => ({
      app: {
        ...{ id: app.id, kind: app.kind, name: app.name },
        ...{ description: app.description ?? null, certifiedName: app.certifiedName ?? null },
      },
      until: rfc3339(handover.until),
    }))
  }),
  on(takeAppRoute, async ({ body, headers }, { accountId, session }) => {
    const { takeApp } = await import('./handing/take-app.ts')
    const { handCertificate } = await import('../certificates/handing/plan-handover.ts')
    const language = languageWanted(headers['accept-language'])
    const taken = await takeApp({ ...deps, handCertificate }, { claimedId: accountId, session }, { language, ...body })
    if (!taken.ok) return taken
    const { value } = taken
    if ('step' in value) return answered(202, ok(showStep(value.step)))
    const { showApp } = await import('./apps/app-view.ts')
    return answered(200, ok(showApp(value.app, settings, clock.now())))
  }),
  on(lookAtStepRoute, async ({ body }, { accountId }) => {
    const { findStepTerms } = await import('./steps/find-step-terms.ts')
    return answered(200, await findStepTerms(deps, accountId, body), ({ lastFour, face }) => ({
      lastFour,
      face: face && { action: face.action, from: rfc3339(face.from) },
    }))
  }),
)
