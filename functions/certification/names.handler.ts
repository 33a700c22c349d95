import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { serve } from '../serve.ts'
import { checkNameRoute } from './names.route.ts'
import { certificationSettings } from './settings.ts'

const deps = { table: tableNamed('TABLE'), clock, settings: deployed(certificationSettings) }

const on = answering(bySession(deps))

export const handler = serve(
  on(checkNameRoute, async ({ body, headers }, { accountId }) => {
    // Words, look-alikes and what is said of them: loaded by the first name.
    const { answerNameCheck } = await import('./apps/answer-name-check.ts')
    const { showNameCheck } = await import('./naming/name-view.ts')
    const language = languageWanted(headers['accept-language'])
    return answered(200, await answerNameCheck(deps, accountId, body), (found) => showNameCheck(found, language))
  }),
)
