import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { byUser } from '../account/sessions/user-guards.ts'
import { serve } from '../serve.ts'
import { listOrders } from './orders/list-orders.ts'
import { readOrder } from './orders/read.ts'
import { getOrderRoute, listOrdersRoute } from './read.route.ts'

const deps = { table: tableNamed('TABLE'), clock }
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byUser(deps, platformKeys))

export const handler = serve(
  on(getOrderRoute, async ({ params, headers }, { accountId }) =>
    answered(200, await readOrder(deps, accountId, params.id ?? '', languageWanted(headers['accept-language']))),
  ),
  on(listOrdersRoute, async ({ query }, { accountId }) => answered(200, await listOrders(deps, accountId, query))),
)
