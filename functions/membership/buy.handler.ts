import { answered } from '../../shared/http/answer.ts'
import { on, serve } from '../../shared/http/endpoint.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedIn } from '../account/sessions/session.ts'
import { showOpened } from '../payment/orders/view.ts'
import { settingsOf } from '../settings.ts'
import { membershipRoute } from './buy.route.ts'
import { buyMembership } from './buy.ts'

const settings = settingsOf(env('STAGE'), optionalEnv('SETTINGS'))
const deps = { table: tableNamed('TABLE'), clock, settings }

export const handler = serve(
  observer,
  on(membershipRoute, ({ bearer, idempotencyKey }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(201, await buyMembership(deps, accountId, { idempotencyKey }), showOpened),
    ),
  ),
)
