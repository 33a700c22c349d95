import { answered } from '../../shared/http/answer.ts'
import { on, serve } from '../../shared/http/endpoint.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedIn } from '../account/sessions/session.ts'
import { readOrder } from './orders/read.ts'
import { getOrderRoute } from './read.route.ts'

const deps = { table: tableNamed('TABLE'), clock }

export const handler = serve(
  observer,
  on(getOrderRoute, ({ bearer, params }) =>
    signedIn(deps, bearer, async ({ accountId }) => answered(200, await readOrder(deps, accountId, params.id ?? ''))),
  ),
)
