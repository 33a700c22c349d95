import { on, serve } from '../../shared/http/endpoint.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedOutAnswer } from './sessions/session-answer.ts'
import { signOut } from './sessions/sign-out.ts'
import { signOutRoute } from './sign-out.route.ts'

const deps = { table: tableNamed('TABLE') }

export const handler = serve(
  observer,
  on(signOutRoute, async ({ bearer }) => signedOutAnswer(await signOut(deps, bearer))),
)
