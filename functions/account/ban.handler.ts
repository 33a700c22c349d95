import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { asOperator } from './api-keys/operator-key.ts'
import { operatorKeysIn } from './api-keys/platform-secret.ts'
import { listAppealsRoute, rejectAppealRoute, unbanRoute } from './ban.route.ts'
import { standingView } from './bans/appeal-view.ts'
import { rejectAppeal, unban } from './bans/decide-ban.ts'
import { listAppeals } from './bans/list-appeals.ts'

const deps = { table: tableNamed('TABLE'), clock, ids }
const operators = vendorSecret('SECRET_PLATFORM', operatorKeysIn)

export const handler = serve(
  on(listAppealsRoute, ({ bearer, query }) =>
    asOperator(bearer, operators, async () =>
      answered(200, await listAppeals(deps, { ...query, limit: Number(query.limit) })),
    ),
  ),
  on(unbanRoute, ({ bearer, body, params: { id = '' } }) =>
    asOperator(bearer, operators, async (by) =>
      answered(200, await unban(deps, by, { ...body, accountId: id }), standingView),
    ),
  ),
  on(rejectAppealRoute, ({ bearer, body, params: { id = '' } }) =>
    asOperator(bearer, operators, async (by) =>
      answered(200, await rejectAppeal(deps, by, { ...body, accountId: id }), standingView),
    ),
  ),
)
