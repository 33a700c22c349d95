import { answered } from '../../shared/http/answer.ts'
import { on, serve } from '../../shared/http/endpoint.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { tokenView } from '../overview/account-view.ts'
import { settingsOf } from '../settings.ts'
import { signedIn } from './sessions/session.ts'
import { createToken } from './tokens/create-token.ts'
import { tokenCreateRoute } from './tokens.route.ts'

const deps = { table: tableNamed('TABLE'), clock, ids, settings: settingsOf(env('STAGE'), optionalEnv('SETTINGS')) }

export const handler = serve(
  observer,
  on(tokenCreateRoute, async ({ bearer, body }) => {
    const made = await signedIn(deps, bearer, ({ accountId }) => createToken(deps, { ...body, accountId }))
    return answered(201, made, tokenView)
  }),
)
