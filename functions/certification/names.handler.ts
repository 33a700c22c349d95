import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { serve } from '../serve.ts'
import { answerNameCheck } from './apps/answer-name-check.ts'
import { checkNameRoute } from './names.route.ts'
import { showNameCheck } from './naming/name-view.ts'
import { certificationSettings } from './settings.ts'

const deps = { table: tableNamed('TABLE'), clock, settings: deployed(certificationSettings) }

const on = answering(bySession(deps))

export const handler = serve(
  on(checkNameRoute, async ({ body, headers }, { accountId }) =>
    answered(200, await answerNameCheck(deps, accountId, body), (found) =>
      showNameCheck(found, languageWanted(headers['accept-language'])),
    ),
  ),
)
