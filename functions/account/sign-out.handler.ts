import { on } from '../../shared/http/endpoint.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { signedOutAnswer } from './sessions/session-answer.ts'
import { signOut } from './sessions/sign-out.ts'
import { signOutRoute } from './sign-out.route.ts'

const deps = { table: tableNamed('TABLE') }

export const handler = serve(on(signOutRoute, async ({ bearer }) => signedOutAnswer(await signOut(deps, bearer))))
