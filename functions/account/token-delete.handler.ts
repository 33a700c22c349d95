import { answered } from '../../shared/http/answer.ts'
import { on, serve } from '../../shared/http/endpoint.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedIn } from './sessions/session.ts'
import { tokenDeleteRoute } from './token-delete.route.ts'
import { deleteToken } from './tokens/delete-token.ts'

const deps = { table: tableNamed('TABLE'), clock }

export const handler = serve(
  observer,
  on(tokenDeleteRoute, async ({ bearer, params: { id = '' } }) =>
    answered(204, await signedIn(deps, bearer, ({ accountId }) => deleteToken(deps, { accountId, id }))),
  ),
)
