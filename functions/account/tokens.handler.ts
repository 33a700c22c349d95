import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { bySession } from './sessions/session-guards.ts'
import { accountSettings } from './settings.ts'
import { createToken } from './tokens/create-token.ts'
import { deleteToken } from './tokens/delete-token.ts'
import { listTokens } from './tokens/list-tokens.ts'
import { tokenView } from './tokens/token-view.ts'
import { tokenCreateRoute, tokenDeleteRoute, tokensRoute } from './tokens.route.ts'

const deps = { table: tableNamed('TABLE'), keyRing, clock, ids, settings: deployed(accountSettings) }

const on = answering(bySession(deps))

export const handler = serve(
  on(tokenCreateRoute, async ({ body }, { accountId }) => {
    const made = await createToken(deps, { ...body, accountId })
    return answered(201, made, tokenView)
  }),
  on(tokenDeleteRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(204, await deleteToken(deps, { accountId, id })),
  ),
  on(tokensRoute, async (_request, { accountId }) => {
    const listed = await listTokens(deps, accountId)
    return answered(200, listed, (tokens) => ({ tokens: tokens.map(tokenView) }))
  }),
)
