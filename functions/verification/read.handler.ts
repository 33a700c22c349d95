import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedIn } from '../account/sessions/session.ts'
import { serve } from '../serve.ts'
import { getRoute, listRoute } from './read.route.ts'
import { listVerifications, readVerification } from './read.ts'

const deps = { table: tableNamed('TABLE'), clock }

export const handler = serve(
  on(getRoute, ({ bearer, params }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(200, await readVerification(deps, accountId, params.id ?? '')),
    ),
  ),
  on(listRoute, ({ bearer, query }) =>
    signedIn(deps, bearer, async ({ accountId }) => answered(200, await listVerifications(deps, accountId, query))),
  ),
)
