import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { ok } from '../../shared/kernel/outcome.ts'
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
import { findStepUpPerson } from '../verification/reading/find-step-up-person.ts'
import { showApp } from './apps/app-view.ts'
import { renameAppRoute } from './rename.route.ts'
import { certificationSettings } from './settings.ts'
import { showStep } from './steps/step-view.ts'

const settings = deployed(accountSettings, messagingSettings, certificationSettings)
const told = notices(ids, settings.keeping)
const table = announcingTable('TABLE')
const personOf = (accountId: string) => findStepUpPerson({ table, vault }, accountId)
const deps = { table, clock, ids, vault, keyRing, personOf, told, settings, publicUrl: env('PUBLIC_URL') }

const on = answering(bySession(deps))

export const handler = serve(
  on(renameAppRoute, async ({ params: { id = '' }, body, headers }, { accountId, session }) => {
    const { renameApp } = await import('./apps/rename-app.ts')
    const language = languageWanted(headers['accept-language'])
    const renamed = await renameApp(deps, { claimedId: accountId, session }, { id, language, ...body })
    if (!renamed.ok) return renamed
    const { value } = renamed
    if ('step' in value) return answered(202, ok(showStep(value.step)))
    return answered(201, ok(showApp(value.app, settings, clock.now())))
  }),
)
