import { answered } from '../../shared/http/answer.ts'
import { on, serve } from '../../shared/http/endpoint.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedIn } from '../account/sessions/session.ts'
import { settingsOf } from '../settings.ts'
import { accountView, tokenView } from './account-view.ts'
import { accountRoute, tokensRoute } from './read.route.ts'
import { listTokens, readAccount } from './read-account.ts'

const publicUrl = env('PUBLIC_URL')
const deps = { table: tableNamed('TABLE'), clock, settings: settingsOf(env('STAGE'), optionalEnv('SETTINGS')) }

export const handler = serve(
  observer,
  on(accountRoute, async ({ bearer }) =>
    answered(200, await readAccount(deps, bearer), (account) => accountView(account, publicUrl)),
  ),
  on(tokensRoute, async ({ bearer }) => {
    const listed = await signedIn(deps, bearer, ({ accountId }) => listTokens(deps, accountId))
    return answered(200, listed, (tokens) => ({ tokens: tokens.map(tokenView) }))
  }),
)
