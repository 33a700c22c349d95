import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { sessionLinkSettings } from '../account/links/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { gateSettings } from '../gate/settings.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { verificationSettings } from '../verification/settings.ts'
import { caseRoute, timelineRoute } from './read.route.ts'

const publicUrl = env('PUBLIC_URL')
const settings = deployed(gateSettings, frontSettings, sessionLinkSettings, verificationSettings)
const deps = { table: tableNamed('TABLE'), clock, settings, vendors: identityVendorsIn(settings) }
const operatorDeps = { ...deps, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(operatorDeps, operators))

export const handler = serve(
  on(caseRoute, async ({ params: { id = '' }, headers }) => {
    const { readCase } = await import('./viewing/read-case.ts')
    const { showCase } = await import('./viewing/case-view.ts')
    const language = languageWanted(headers['accept-language'])
    return answered(200, await readCase(deps, id), (found) => showCase(found, publicUrl, language))
  }),
  on(timelineRoute, async ({ params: { id = '' }, query }) => {
    const { readTimeline } = await import('./timeline/read-timeline.ts')
    const { showTimeline } = await import('./timeline/timeline-view.ts')
    return answered(200, await readTimeline(deps, { accountId: id, ...query }), showTimeline)
  }),
)
