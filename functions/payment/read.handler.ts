import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedIn } from '../account/sessions/session.ts'
import { serve } from '../serve.ts'
import { readOrder } from './orders/read.ts'
import { getOrderRoute } from './read.route.ts'

const deps = { table: tableNamed('TABLE'), clock }

export const handler = serve(
  on(getOrderRoute, ({ bearer, params }) =>
    signedIn(deps, bearer, async ({ accountId }) => answered(200, await readOrder(deps, accountId, params.id ?? ''))),
  ),
)
