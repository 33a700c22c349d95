import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { byUser } from '../account/sessions/user-guards.ts'
import { listBindings } from '../clearing/businesses/list-bindings.ts'
import { verifyUrl } from '../gate/gate.ts'
import { serve } from '../serve.ts'
import { showIdentity } from './identity/identity-view.ts'
import { readIdentity } from './identity/read-identity.ts'
import { identityRoute } from './identity.route.ts'

const page = verifyUrl(env('PUBLIC_URL'))
const table = tableNamed('TABLE')
const deps = { table, clock, bindingsOf: (accountId: string) => listBindings({ table }, accountId) }

const on = answering(byUser(deps, keptSecret('SECRET_PLATFORM', platformKeysIn)))

export const handler = serve(
  on(identityRoute, async (_request, { accountId }) =>
    answered(200, ok(await readIdentity(deps, accountId)), (own) => showIdentity(own, page)),
  ),
)
