import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { appealRoute, appealsRoute } from './appeal.route.ts'
import { appealBan, readAppeals } from './bans/appeal-ban.ts'
import { appealView } from './bans/appeal-view.ts'
import { bySession } from './sessions/session-guards.ts'
import { accountSettings } from './settings.ts'

const deps = { table: tableNamed('TABLE'), clock, settings: deployed(accountSettings) }

const on = answering(bySession(deps))

export const handler = serve(
  on(appealRoute, async ({ body }, { accountId }) =>
    answered(201, await appealBan(deps, accountId, body.text), appealView),
  ),
  on(appealsRoute, async (_request, { accountId }) =>
    answered(200, await readAppeals(deps, accountId), (appeals) => ({ appeals: appeals.map(appealView) })),
  ),
)
