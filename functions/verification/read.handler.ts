import { answered } from '../../shared/http/answer.ts'
import { on, serve } from '../../shared/http/endpoint.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedIn } from '../account/sessions/session.ts'
import { getRoute, listRoute } from './read.route.ts'
import { listVerifications, readVerification } from './read.ts'

const deps = { table: tableNamed('TABLE'), clock }

export const handler = serve(
  observer,
  on(getRoute, ({ bearer, params }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(200, await readVerification(deps, accountId, params.id ?? '')),
    ),
  ),
  on(listRoute, ({ bearer, query }) =>
    signedIn(deps, bearer, async ({ accountId }) => answered(200, await listVerifications(deps, accountId, query))),
  ),
)
