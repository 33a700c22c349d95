import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { doers } from '../audit/deed.ts'
import { serve } from '../serve.ts'
import { byOperatorKey } from './api-keys/operator-guards.ts'
import { operatorKeysIn } from './api-keys/platform-secret.ts'
import { listAppealsRoute, rejectAppealRoute, unbanRoute } from './ban.route.ts'
import { standingView } from './bans/appeal-view.ts'
import { rejectAppeal, unban } from './bans/decide-ban.ts'
import { listAppeals } from './bans/list-appeals.ts'

const deps = { table: tableNamed('TABLE'), clock, ids }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperatorKey(operators))

export const handler = serve(
  on(listAppealsRoute, async ({ query, headers }) =>
    answered(200, await listAppeals(deps, query, languageWanted(headers['accept-language']))),
  ),
  on(unbanRoute, async ({ body, params: { id = '' } }, by) =>
    answered(200, await unban(deps, doers.operator(by), { ...body, accountId: id }), standingView),
  ),
  on(rejectAppealRoute, async ({ body, params: { id = '' } }, by) =>
    answered(200, await rejectAppeal(deps, by, { ...body, accountId: id }), standingView),
  ),
)
