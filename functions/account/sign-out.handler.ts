import { answering } from '../../shared/http/callers.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { signedOutAnswer } from './sessions/answer-sign-in.ts'
import { bySessionClaim } from './sessions/session-guards.ts'
import { signOut } from './sessions/sign-out.ts'
import { signOutRoute } from './sign-out.route.ts'

const deps = { table: tableNamed('TABLE') }

const on = answering(bySessionClaim)

export const handler = serve(on(signOutRoute, async (_request, caller) => signedOutAnswer(await signOut(deps, caller))))
