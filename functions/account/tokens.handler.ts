import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { signedIn } from './sessions/session.ts'
import { accountSettings } from './settings.ts'
import { createToken } from './tokens/create-token.ts'
import { deleteToken } from './tokens/delete-token.ts'
import { listTokens } from './tokens/list-tokens.ts'
import { tokenView } from './tokens/token-view.ts'
import { tokenCreateRoute, tokenDeleteRoute, tokensRoute } from './tokens.route.ts'

const deps = { table: tableNamed('TABLE'), clock, ids, settings: deployed(accountSettings) }

export const handler = serve(
  on(tokenCreateRoute, async ({ bearer, body }) => {
    const made = await signedIn(deps, bearer, ({ accountId }) => createToken(deps, { ...body, accountId }))
    return answered(201, made, tokenView)
  }),
  on(tokenDeleteRoute, async ({ bearer, params: { id = '' } }) =>
    answered(204, await signedIn(deps, bearer, ({ accountId }) => deleteToken(deps, { accountId, id }))),
  ),
  on(tokensRoute, async ({ bearer }) => {
    const listed = await signedIn(deps, bearer, ({ accountId }) => listTokens(deps, accountId))
    return answered(200, listed, (tokens) => ({ tokens: tokens.map(tokenView) }))
  }),
)
